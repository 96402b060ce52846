using System.Globalization;
using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// The counters of a key (operation 3.5). The service puts the account's short name into the names of the counters (<c>acme.storedFiles</c>,
/// <c>2026.3.acme</c>); the members here are read from them, and the dictionaries have them as they came.
/// </summary>
/// <remarks>What the counters mean is concluded from their names.</remarks>
public sealed record UsageCounters : OkSignModel
{
    private const string StoredFilesName = "storedFiles";
    private const string DeletedFilesName = "deleted.f";
    private const string DownloadsName = "downloaded";
    private const string UsedName = "usedSignatureRequests";
    private const string AvailableName = "availableSignatureRequests";

    private static readonly string[] ActualNames = [StoredFilesName, DeletedFilesName, DownloadsName, UsedName, AvailableName];

    /// <summary>The present counters, by <c>account.counter</c>.</summary>
    [JsonPropertyName("actual")]
    public IReadOnlyDictionary<string, string>? Actual { get; init; }

    /// <summary>Downloads, by <c>year.month.account</c>.</summary>
    [JsonPropertyName("downloaded")]
    public IReadOnlyDictionary<string, string>? Downloaded { get; init; }

    /// <summary>Uploaded files, by <c>year.month.account</c>.</summary>
    [JsonPropertyName("files")]
    public IReadOnlyDictionary<string, string>? Files { get; init; }

    /// <summary>Deleted files, by <c>year.month.account</c>.</summary>
    [JsonPropertyName("deleted.f")]
    public IReadOnlyDictionary<string, string>? Deleted { get; init; }

    /// <summary>Signature requests, by <c>year.month.account</c>.</summary>
    [JsonPropertyName("signatureRequests")]
    public IReadOnlyDictionary<string, string>? SignatureRequests { get; init; }

    /// <summary>The account's short name; null when no counter tells it.</summary>
    [JsonIgnore]
    public string? Account
        => (Actual ?? new Dictionary<string, string>()).Keys
            .Select(static key => Array.Find(ActualNames, name => IsCounter(key, name)) is { } name ? key.Substring(0, key.Length - name.Length - 1) : null)
            .FirstOrDefault(static account => account is not null);

    /// <summary>The credits left, one for each signature request; null when the service does not tell.</summary>
    [JsonIgnore]
    public long? AvailableSignatureRequests => CounterOf(AvailableName);

    /// <summary>The credits spent.</summary>
    [JsonIgnore]
    public long? UsedSignatureRequests => CounterOf(UsedName);

    /// <summary>The files that are stored now.</summary>
    [JsonIgnore]
    public long? StoredFiles => CounterOf(StoredFilesName);

    /// <summary>The files that were deleted.</summary>
    [JsonIgnore]
    public long? DeletedFiles => CounterOf(DeletedFilesName);

    /// <summary>The downloads.</summary>
    [JsonIgnore]
    public long? Downloads => CounterOf(DownloadsName);

    /// <summary>The months of which there is a counter, the earliest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<MonthlyUsage> Months
        =>
        [
            .. new[] { Downloaded, Files, Deleted, SignatureRequests }
                .SelectMany(static group => group?.Keys ?? [])
                .Select(MonthOf)
                .OfType<(int Year, int Month)>()
                .Distinct()
                .OrderBy(static month => month)
                .Select(month => new MonthlyUsage(month.Year, month.Month)
                {
                    Downloads = CounterOf(Downloaded, month),
                    UploadedFiles = CounterOf(Files, month),
                    DeletedFiles = CounterOf(Deleted, month),
                    SignatureRequests = CounterOf(SignatureRequests, month),
                }),
        ];

    // An account's name may have dots, so that the counter is what stands behind the last ones.
    private static bool IsCounter(string key, string name) => key.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);

    private static (int Year, int Month)? MonthOf(string key)
        => key.Split('.') is [var year, var month, ..]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int y)
            && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
            && m is >= 1 and <= 12
                ? (y, m)
                : null;

    private static long? CounterOf(IReadOnlyDictionary<string, string>? group, (int Year, int Month) month)
        => Number(group?.FirstOrDefault(entry => MonthOf(entry.Key) == month).Value);

    private static long? Number(string? text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private long? CounterOf(string name) => Number(Actual?.FirstOrDefault(entry => IsCounter(entry.Key, name)).Value);
}
