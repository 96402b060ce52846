using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The kind of a field. An open list: a value that is not named here is kept as it is. Letter case does not count.</summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct InputType(string Value)
{
    /// <summary>A box in which a signature is placed.</summary>
    public static InputType Signature { get; } = new("CanvasSIG");

    /// <summary>A line of text.</summary>
    public static InputType Text { get; } = new("Text");

    /// <summary>Several lines of text.</summary>
    public static InputType TextArea { get; } = new("TextArea");

    /// <summary>A choice from a list, which <see cref="FormField.SelectOptions"/> gives.</summary>
    public static InputType Select { get; } = new("Select");

    /// <summary>A date.</summary>
    public static InputType Date { get; } = new("Date");

    /// <summary>A box to tick; <see cref="FormField.IsChecked"/> says whether it begins ticked.</summary>
    public static InputType CheckBox { get; } = new("Checkbox");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(InputType other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(InputType)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<InputType>(static value => new(value), static item => item.Value);
}
