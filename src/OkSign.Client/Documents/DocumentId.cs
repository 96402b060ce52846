namespace OkSign.Client;

/// <summary>A source or a signed document id, for the operations that take either. Both convert to it by themselves.</summary>
public readonly record struct DocumentId
{
    private readonly string? _value;

    /// <summary>The id of an uploaded document.</summary>
    public DocumentId(SourceDocumentId id) => _value = id.Value;

    /// <summary>The id of a signed copy.</summary>
    public DocumentId(SignedDocumentId id) => _value = id.Value;

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;
}
