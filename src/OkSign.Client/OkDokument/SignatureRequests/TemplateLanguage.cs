using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// The language of an e-mail or text message. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct TemplateLanguage(string Value)
{
    /// <summary>Slovak, which is used unless another is asked for (<c>sk</c>).</summary>
    public static TemplateLanguage Slovak { get; } = new("sk");

    /// <summary>Czech (<c>cs</c>).</summary>
    public static TemplateLanguage Czech { get; } = new("cs");

    /// <summary>English (<c>en</c>).</summary>
    public static TemplateLanguage English { get; } = new("en");

    /// <summary>Romanian (<c>ro</c>).</summary>
    public static TemplateLanguage Romanian { get; } = new("ro");

    /// <summary>Ukrainian (<c>uk</c>).</summary>
    public static TemplateLanguage Ukrainian { get; } = new("uk");

    /// <summary>Polish (<c>pl</c>).</summary>
    public static TemplateLanguage Polish { get; } = new("pl");

    /// <summary>Portuguese (<c>pt</c>).</summary>
    public static TemplateLanguage Portuguese { get; } = new("pt");

    /// <summary>Hungarian (<c>hu</c>).</summary>
    public static TemplateLanguage Hungarian { get; } = new("hu");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(TemplateLanguage other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(TemplateLanguage)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<TemplateLanguage>(static value => new(value), static item => item.Value);
}
