using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The id of an e-mail template; a number or a text on the wire, here its text. Treat it as opaque.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct EmailTemplateId
{
    private readonly string? _value;

    /// <summary>Takes the id as the service wrote it.</summary>
    /// <exception cref="ArgumentException">The text is empty or cannot stand in a header.</exception>
    public EmailTemplateId(string value) => _value = HeaderText.Require(value);

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    internal sealed class Converter() : StringValueConverter<EmailTemplateId>(static value => new(value), static id => id.Value);
}
