using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A signature placed on a document (<c>Documents.signed</c>).</summary>
/// <remarks>The service gave some members other names in 2017; they are read under the new names only when those are missing.</remarks>
public sealed record SigningEvent : OkSignModel
{
    private readonly SourceDocumentId? _source;
    private readonly SignedDocumentId? _signed;

    /// <summary>The id of the uploaded document.</summary>
    [JsonPropertyName("source_docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    public SourceDocumentId? SourceDocumentId
    {
        get => _source ?? FormerSourceDocumentId;
        init => _source = value;
    }

    /// <summary>The id of the signed copy.</summary>
    [JsonPropertyName("signed_docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignedDocumentId>))]
    public SignedDocumentId? SignedDocumentId
    {
        get => _signed ?? FormerSignedDocumentId;
        init => _signed = value;
    }

    /// <summary>The document's name.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Who signed.</summary>
    [JsonPropertyName("signerid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignerId>))]
    public SignerId? SignerId { get; init; }

    /// <summary>Where the signature was placed from, as the service names it.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    /// <summary>How many signatures the document needs.</summary>
    [JsonPropertyName("nbrOfSigaturesRequired")]
    public int? SignaturesRequired { get; init; }

    /// <summary>How many signatures it had after this one.</summary>
    [JsonPropertyName("nbrOfSigaturesValid")]
    public int? SignaturesPlaced { get; init; }

    /// <summary>What the signer filled in.</summary>
    [JsonPropertyName("fields_completed")]
    [JsonConverter(typeof(LenientListConverter<CompletedField>))]
    public IReadOnlyList<CompletedField> CompletedFields
    {
        get => field ?? [];
        init;
    }

    /// <summary>The credits that were used, for each signer.</summary>
    [JsonPropertyName("creditsinfo")]
    [JsonConverter(typeof(LenientListConverter<CreditsUsed>))]
    public IReadOnlyList<CreditsUsed> CreditsUsed
    {
        get => field ?? [];
        init;
    }

    /// <summary>When it was signed.</summary>
    [JsonPropertyName("ts")]
    public DateTimeOffset? Timestamp { get; init; }

    [JsonInclude]
    [JsonPropertyName("source_doc")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    internal SourceDocumentId? FormerSourceDocumentId { get; init; }

    [JsonInclude]
    [JsonPropertyName("signed_doc")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignedDocumentId>))]
    internal SignedDocumentId? FormerSignedDocumentId { get; init; }
}
