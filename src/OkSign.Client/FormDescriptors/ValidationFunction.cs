using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// A rule that the text of a field must follow, as the expression that the service runs. An open list: a value that is not named here is
/// kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct ValidationFunction(string Value)
{
    /// <summary>The text must be an e-mail address.</summary>
    public static ValidationFunction Email { get; } = new("BT_CUSTOMERS.oksign.isValidEmail<blur>()");

    /// <summary>The text must be a phone number. The service has such a rule; its name is concluded from that of the first.</summary>
    public static ValidationFunction Phone { get; } = new("BT_CUSTOMERS.oksign.isValidPhone<blur>()");

    /// <summary>The text must be an IBAN. The service has such a rule; its name is concluded from that of the first.</summary>
    public static ValidationFunction Iban { get; } = new("BT_CUSTOMERS.oksign.isValidIBAN<blur>()");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(ValidationFunction other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(ValidationFunction)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<ValidationFunction>(static value => new(value), static item => item.Value);
}
