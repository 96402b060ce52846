using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A field of a signed document and what became of it.</summary>
public sealed record MetadataField : OkSignModel
{
    /// <summary>The kind of field.</summary>
    [JsonPropertyName("inputtype")]
    [JsonConverter(typeof(NullWhenEmptyConverter<InputType>))]
    public InputType? InputType { get; init; }

    /// <summary>The field's name in the form descriptor.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The page, counted from <em>zero</em>.</summary>
    [JsonPropertyName("pagenbr")]
    public int? PageIndex { get; init; }

    /// <summary>What the signer entered or signed; null while the field is not completed.</summary>
    [JsonIgnore]
    public FieldValue? Value
    {
        get => Completion?.Value ?? FlatValue;
        init => Completion = value is null ? null : new FieldCompletion { Value = value };
    }

    /// <summary>What else the service tells of the completed field.</summary>
    [JsonPropertyName("metadata")]
    [JsonConverter(typeof(LenientObjectConverter<FieldCompletion>))]
    public FieldCompletion? Completion { get; init; }

    // One description of the service has the value here.
    [JsonInclude]
    [JsonPropertyName("value")]
    internal FieldValue? FlatValue { get; init; }
}
