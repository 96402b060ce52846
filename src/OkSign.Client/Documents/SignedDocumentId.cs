using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The id of a document's signed copy, which exists from the first signature on; treat it as opaque.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct SignedDocumentId
{
    private readonly string? _value;

    /// <summary>Takes the id as the service wrote it.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a space, a control or a non-ASCII character.</exception>
    public SignedDocumentId(string value) => _value = HeaderText.RequireWithoutSpaces(value);

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    /// <summary>Operations that take either id take a <see cref="DocumentId"/>.</summary>
    public static implicit operator DocumentId(SignedDocumentId id) => new(id);

    internal sealed class Converter() : StringValueConverter<SignedDocumentId>(static value => new(value), static id => id.Value);
}
