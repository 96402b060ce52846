using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A field on a document: where a signer signs or fills something in.</summary>
/// <remarks>
/// The position or the marker says where: one of the two. Positions are thought to be in points from the top left of the page; the
/// service does not document it.
/// </remarks>
public sealed record FormField : OkSignModel
{
    /// <summary>The kind of field.</summary>
    [JsonPropertyName("inputtype")]
    public required InputType InputType { get; init; }

    /// <summary>Its name, unique in the descriptor; what the signer enters comes back under it.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>To whom it belongs.</summary>
    [JsonPropertyName("signerid")]
    public required SignerId SignerId { get; init; }

    /// <summary>The page, counted from <em>zero</em>.</summary>
    [JsonPropertyName("pagenbr")]
    public int? PageIndex { get; init; }

    /// <summary>The left edge, in points (1/72 inch) from the left of the page.</summary>
    [JsonPropertyName("posX")]
    public double? X { get; init; }

    /// <summary>The upper edge, in points from the <em>top</em> of the page.</summary>
    [JsonPropertyName("posY")]
    public double? Y { get; init; }

    /// <summary>The width in points; 150 by 50 suits a signature.</summary>
    [JsonPropertyName("width")]
    public double? Width { get; init; }

    /// <summary>The height in points.</summary>
    [JsonPropertyName("height")]
    public double? Height { get; init; }

    /// <summary>A text in the document at which to place the field, instead of a position.</summary>
    [JsonPropertyName("marker")]
    public string? Marker { get; init; }

    /// <summary>Whether it must be completed.</summary>
    [JsonPropertyName("required")]
    public bool? IsRequired { get; init; }

    /// <summary>Whether the signer cannot change it.</summary>
    [JsonPropertyName("readonly")]
    public bool? IsReadOnly { get; init; }

    /// <summary>The ways to sign that a signature field allows.</summary>
    [JsonPropertyName("signingoptions")]
    [JsonConverter(typeof(LenientObjectConverter<SigningOptions>))]
    public SigningOptions? SigningOptions { get; init; }

    /// <summary>What it is filled with at first.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>Whether a check box begins ticked.</summary>
    [JsonPropertyName("checked")]
    public bool? IsChecked { get; init; }

    /// <summary>The choices of a select field.</summary>
    [JsonPropertyName("selectoptions")]
    [JsonConverter(typeof(LenientListConverter<SelectOption>))]
    public IReadOnlyList<SelectOption>? SelectOptions { get; init; }

    /// <summary>The rule that the text must follow.</summary>
    [JsonPropertyName("fnname")]
    [JsonConverter(typeof(NullWhenEmptyConverter<ValidationFunction>))]
    public ValidationFunction? Validation { get; init; }
}
