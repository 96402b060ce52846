using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>A document as the list (operation 3.1) and the document info (3.2) tell of it.</summary>
public sealed record StoredDocument : OkSignModel
{
    /// <summary>The document's id.</summary>
    [JsonPropertyName("id")]
    public required StoredDocumentId Id { get; init; }

    /// <summary>What it is waiting for, or how it ended.</summary>
    [JsonPropertyName("state")]
    public required StoredDocumentState State { get; init; }

    /// <summary>The file's name, which ends in <c>.pdf</c>.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>When it was last changed, probably: in the samples of the document info it is the moment of <see cref="ModificationText"/>.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was last changed, as <c>yyyy-MM-dd HH:mm:ss</c> without an offset; probably the time in Bratislava.</summary>
    [JsonPropertyName("modification")]
    public string? ModificationText { get; init; }

    /// <summary>A number as text, in the samples milliseconds since 1970, shortly before the upload.</summary>
    [JsonPropertyName("number")]
    public string? Number { get; init; }

    /// <summary>The group that it belongs to, such as <c>api_user</c>. In the list only.</summary>
    [JsonPropertyName("group")]
    public string? Group { get; init; }

    /// <summary>
    /// Another address of the file, or a part of one. Whether it takes the key is not known: download by the id instead.
    /// </summary>
    [JsonPropertyName("url")]
    [JsonConverter(typeof(AnyAddressConverter))]
    public Uri? Url { get; init; }
}
