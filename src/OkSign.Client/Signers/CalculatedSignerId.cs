using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A signer id of the service's own making: unlike one that callers choose it has no spaces, which tells it from a sentence.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct CalculatedSignerId(SignerId Id)
{
    internal sealed class Converter() : StringValueConverter<CalculatedSignerId>(
        static value => new(new SignerId(HeaderText.RequireWithoutSpaces(value))),
        static id => id.Id.Value);
}
