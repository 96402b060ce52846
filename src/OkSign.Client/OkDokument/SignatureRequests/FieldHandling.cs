using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What becomes of the form fields, just before signing. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct FieldHandling(string Value)
{
    /// <summary>They become part of the page and are no fields any more; what happens unless something else is asked for (<c>flatten</c>).</summary>
    public static FieldHandling Flatten { get; } = new("flatten");

    /// <summary>They stay and cannot be changed (<c>readOnly</c>).</summary>
    public static FieldHandling ReadOnly { get; } = new("readOnly");

    /// <summary>They stay as they are (<c>keep</c>).</summary>
    public static FieldHandling Keep { get; } = new("keep");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(FieldHandling other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(FieldHandling)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<FieldHandling>(static value => new(value), static item => item.Value);
}
