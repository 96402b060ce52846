using System.Text.Json.Serialization;

namespace OkSign.Emulator.OkDokument;

/// <summary>A document as the list tells it, and without address and group as the metadata do.</summary>
internal sealed record DocumentListRow
{
    // What the owner group of documents is called in the documentation.
    private const string OnlyGroup = "api_user";

    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    [JsonPropertyName("state")]
    public required string State { get; init; }

    [JsonPropertyName("modification")]
    public required string Modification { get; init; }

    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("url")]
    public Uri? Url { get; init; }

    [JsonPropertyName("date")]
    public required long Date { get; init; }

    [JsonPropertyName("number")]
    public required string Number { get; init; }

    [JsonPropertyName("group")]
    public string? Group { get; init; }

    public static DocumentListRow ForMetadata(StoredDokument document) => new()
    {
        FileName = document.FileName,
        State = document.State,
        Modification = LocalTime.Format(document.ModifiedAt),
        Id = document.Id,
        Date = document.ModifiedAt.ToUnixTimeMilliseconds(),
        Number = document.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static DocumentListRow ForList(StoredDokument document, Uri url) => ForMetadata(document) with { Url = url, Group = OnlyGroup };
}
