using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>Fills in a form field of the PDF before the signer sees it. Of no use from the second round on: the first signature freezes the fields.</summary>
public sealed record FieldSetting : OkSignModel
{
    /// <summary>The field's name in the PDF, exactly.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The value as the field has it: a date in the field's own form, <c>1</c> for a box that is ticked.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>Whether the signer cannot change it.</summary>
    [JsonPropertyName("readOnly")]
    public bool? IsReadOnly { get; init; }
}
