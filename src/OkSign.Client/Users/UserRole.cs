using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A user's role in the account. An open list of which no value is known for certain yet. Letter case does not count.</summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct UserRole(string Value)
{
    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(UserRole other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(UserRole)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<UserRole>(static value => new(value), static item => item.Value);
}
