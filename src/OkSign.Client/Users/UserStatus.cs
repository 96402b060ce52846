using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// The state of a user's access to the account. An open list of which no value is known for certain yet. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct UserStatus(string Value)
{
    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(UserStatus other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(UserStatus)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<UserStatus>(static value => new(value), static item => item.Value);
}
