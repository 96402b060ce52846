using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// The kind of a form field in a PDF. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct FormFieldKind(string Value)
{
    /// <summary>A signature (<c>SIGNATURE</c>).</summary>
    public static FormFieldKind Signature { get; } = new("SIGNATURE");

    /// <summary>A text (<c>TEXT</c>).</summary>
    public static FormFieldKind Text { get; } = new("TEXT");

    /// <summary>A box to tick (<c>CHECKBOX</c>).</summary>
    public static FormFieldKind CheckBox { get; } = new("CHECKBOX");

    /// <summary>A group of which one is chosen (<c>RADIO</c>).</summary>
    public static FormFieldKind Radio { get; } = new("RADIO");

    /// <summary>A list to choose from (<c>COMBOBOX</c>).</summary>
    public static FormFieldKind ComboBox { get; } = new("COMBOBOX");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(FormFieldKind other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(FormFieldKind)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<FormFieldKind>(static value => new(value), static item => item.Value);
}
