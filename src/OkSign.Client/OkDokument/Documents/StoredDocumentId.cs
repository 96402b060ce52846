using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>The id of a document at OKdokument: letters, digits, <c>-</c> and <c>_</c>, some forty to well over a hundred; treat it as opaque.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct StoredDocumentId
{
    private readonly string? _value;

    /// <summary>Takes the id as the service wrote it.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a space, a control or a non-ASCII character, or is <c>.</c> or <c>..</c>.</exception>
    public StoredDocumentId(string value) => _value = HeaderText.RequireForPath(value);

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    internal sealed class Converter() : StringValueConverter<StoredDocumentId>(static value => new(value), static id => id.Value);
}
