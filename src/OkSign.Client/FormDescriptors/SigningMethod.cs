using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// A way to sign, by its key in the form descriptor. An open list: a value that is not named here is kept as it is. Letter case does not
/// count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct SigningMethod(string Value)
{
    /// <summary>The Belgian eID card.</summary>
    public static SigningMethod Eid { get; } = new("eid");

    /// <summary>The itsme app; always a qualified signature since 2026.</summary>
    public static SigningMethod Itsme { get; } = new("itsme");

    /// <summary>A code sent by SMS.</summary>
    public static SigningMethod Sms { get; } = new("tan");

    /// <summary>A signature drawn on the screen.</summary>
    public static SigningMethod Pen { get; } = new("pen");

    /// <summary>The Smart-ID app.</summary>
    public static SigningMethod SmartId { get; } = new("smartid");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(SigningMethod other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(SigningMethod)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<SigningMethod>(static value => new(value), static item => item.Value);
}
