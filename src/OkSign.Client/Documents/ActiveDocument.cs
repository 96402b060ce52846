using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>A row of the account's <em>Active documents</em> (<c>Documents.active</c>).</summary>
public sealed record ActiveDocument : OkSignModel
{
    /// <summary>The id of the uploaded document.</summary>
    [JsonPropertyName("docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SourceDocumentId>))]
    public SourceDocumentId? Id { get; init; }

    /// <summary>The document's name.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>The e-mail address or another id of who uploaded it.</summary>
    [JsonPropertyName("creator")]
    public string? Creator { get; init; }

    /// <summary>When it was uploaded.</summary>
    [JsonPropertyName("createdate")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How many signatures it needs: the number of its signature fields.</summary>
    [JsonPropertyName("nbrOfSigaturesRequired")]
    public int? SignaturesRequired { get; init; }

    /// <summary>How many signatures were placed.</summary>
    [JsonPropertyName("nbrOfSigaturesValid")]
    public int? SignaturesPlaced { get; init; }

    /// <summary>What kind of row this is.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(NullWhenEmptyConverter<DocumentStatus>))]
    public DocumentStatus? Status { get; init; }

    /// <summary>
    /// Whether it may be signed many times, each time giving a signed copy of its own. Where the row does not say it, the status does.
    /// </summary>
    [JsonPropertyName("reusable")]
    public bool? IsReusable
    {
        get => field ?? (Status == DocumentStatus.Reusable ? true : null);
        init;
    }

    /// <summary>Whether it is a template, by its <see cref="Status"/>.</summary>
    [JsonIgnore]
    public bool IsTemplate => Status == DocumentStatus.Template;

    /// <summary>Whether the row stands for a briefcase and not for a document, by its <see cref="Status"/>.</summary>
    [JsonIgnore]
    public bool IsBriefcase => Status == DocumentStatus.Briefcase;

    /// <summary>Whether it is inside a briefcase, by its <see cref="Status"/>.</summary>
    [JsonIgnore]
    public bool IsInBriefcase => Status == DocumentStatus.InBriefcase;

    /// <summary>Whether it was uploaded through the API.</summary>
    [JsonPropertyName("viaapi")]
    public bool? IsUploadedThroughApi { get; init; }

    /// <summary>The label of the key that uploaded it; only for uploads through the API.</summary>
    [JsonPropertyName("orgtoken")]
    public string? OrganizationalToken { get; init; }

    /// <summary>The id of the signed copy, once there is one.</summary>
    [JsonPropertyName("signed_docid")]
    [JsonConverter(typeof(NullWhenEmptyConverter<SignedDocumentId>))]
    public SignedDocumentId? SignedDocumentId { get; init; }
}
