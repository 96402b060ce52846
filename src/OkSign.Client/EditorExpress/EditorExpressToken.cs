using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The token of an EditorExpress session: a link by which a person places fields on a document.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct EditorExpressToken
{
    private readonly string? _value;

    /// <summary>Takes the token as the service wrote it.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a space, a control or a non-ASCII character.</exception>
    public EditorExpressToken(string value) => _value = HeaderText.RequireWithoutSpaces(value);

    /// <summary>The token as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The token as the service writes it.</summary>
    public override string ToString() => Value;

    internal sealed class Converter() : StringValueConverter<EditorExpressToken>(static value => new(value), static token => token.Value);
}
