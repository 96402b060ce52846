using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The id that <c>Document.upload</c> gave a document: six digits, <c>-</c> and a GUID; treat it as opaque.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct SourceDocumentId
{
    private readonly string? _value;

    /// <summary>Takes the id as the service wrote it.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a space, a control or a non-ASCII character.</exception>
    public SourceDocumentId(string value) => _value = HeaderText.RequireWithoutSpaces(value);

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    /// <summary>Operations that take either id take a <see cref="DocumentId"/>.</summary>
    public static implicit operator DocumentId(SourceDocumentId id) => new(id);

    internal sealed class Converter() : StringValueConverter<SourceDocumentId>(static value => new(value), static id => id.Value);
}
