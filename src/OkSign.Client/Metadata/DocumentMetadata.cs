using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What was filled in and signed on a document, and by whom (<c>Metadata.retrieve</c>, second version).</summary>
public sealed record DocumentMetadata : OkSignModel
{
    /// <summary>The document's name.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Its size in words, such as <c>132 KB</c>.</summary>
    [JsonPropertyName("size")]
    public string? Size { get; init; }

    /// <summary>How many signatures the document needs.</summary>
    [JsonPropertyName("nbrOfSigaturesRequired")]
    public int? SignaturesRequired { get; init; }

    /// <summary>How many signatures were placed.</summary>
    [JsonPropertyName("nbrOfSigaturesValid")]
    public int? SignaturesPlaced { get; init; }

    /// <summary>The fields, completed or not.</summary>
    [JsonPropertyName("fields")]
    [JsonConverter(typeof(LenientListConverter<MetadataField>))]
    public IReadOnlyList<MetadataField> Fields
    {
        get => field ?? [];
        init;
    }

    /// <summary>The signers.</summary>
    [JsonPropertyName("signersinfo")]
    [JsonConverter(typeof(LenientListConverter<Signer>))]
    public IReadOnlyList<Signer> Signers
    {
        get => field ?? [];
        init;
    }
}
