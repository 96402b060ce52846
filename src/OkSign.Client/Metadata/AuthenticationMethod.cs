using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// How a signer proved who they are, as the metadata label it. An open list: a value that is not named here is kept as it is. Letter case
/// does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct AuthenticationMethod(string Value)
{
    /// <summary>A signature drawn on the screen.</summary>
    public static AuthenticationMethod Pen { get; } = new("Pen");

    /// <summary>A code sent by SMS.</summary>
    public static AuthenticationMethod Sms { get; } = new("TAN");

    /// <summary>The Belgian eID card.</summary>
    public static AuthenticationMethod Eid { get; } = new("eID");

    /// <summary>The itsme app.</summary>
    public static AuthenticationMethod Itsme { get; } = new("Itsme");

    /// <summary>The Smart-ID app.</summary>
    public static AuthenticationMethod SmartId { get; } = new("Smart-ID");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(AuthenticationMethod other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(AuthenticationMethod)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<AuthenticationMethod>(static value => new(value), static item => item.Value);
}
