using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// The language of a message and of the signing page. An open list: a value that is not named here is kept as it is. Letter case does not
/// count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct Language(string Value)
{
    /// <summary>Dutch.</summary>
    public static Language Dutch { get; } = new("nl");

    /// <summary>French.</summary>
    public static Language French { get; } = new("fr");

    /// <summary>English.</summary>
    public static Language English { get; } = new("en");

    /// <summary>Danish.</summary>
    public static Language Danish { get; } = new("da");

    /// <summary>German.</summary>
    public static Language German { get; } = new("de");

    /// <summary>Polish.</summary>
    public static Language Polish { get; } = new("pl");

    /// <summary>Spanish.</summary>
    public static Language Spanish { get; } = new("es");

    /// <summary>Italian.</summary>
    public static Language Italian { get; } = new("it");

    /// <summary>Portuguese.</summary>
    public static Language Portuguese { get; } = new("pt");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(Language other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(Language)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<Language>(static value => new(value), static item => item.Value);
}
