using System.Globalization;

namespace OkSign.Emulator.OkDokument;

/// <summary>Counts what happens, in all and by months of the service's time.</summary>
internal sealed class UsageCounters(string account)
{
    public const string Files = "files";
    public const string Downloaded = "downloaded";
    public const string Deleted = "deleted.f";
    public const string SignatureRequests = "signatureRequests";

    private readonly Dictionary<string, SortedDictionary<(int Year, int Month), int>> _months = new(StringComparer.Ordinal)
    {
        [Downloaded] = [],
        [Files] = [],
        [Deleted] = [],
        [SignatureRequests] = [],
    };

    public void Add(string group, DateTimeOffset at)
    {
        DateTimeOffset local = LocalTime.Of(at);
        SortedDictionary<(int Year, int Month), int> months = _months[group];
        (int Year, int Month) month = (local.Year, local.Month);
        months[month] = months.GetValueOrDefault(month) + 1;
    }

    /// <summary>How often it happened in all.</summary>
    public int Total(string group) => _months[group].Values.Sum();

    /// <summary>The counter's answer: all values are strings.</summary>
    public Dictionary<string, Dictionary<string, string>> Describe(int storedFiles, int credits)
    {
        var groups = new Dictionary<string, Dictionary<string, string>>
        {
            ["actual"] = new()
            {
                [$"{account}.storedFiles"] = Text(storedFiles),
                [$"{account}.deleted.f"] = Text(Total(Deleted)),
                [$"{account}.usedSignatureRequests"] = Text(Total(SignatureRequests)),
                [$"{account}.downloaded"] = Text(Total(Downloaded)),
                [$"{account}.availableSignatureRequests"] = Text(credits),
            },
        };
        foreach ((string group, SortedDictionary<(int Year, int Month), int> months) in _months)
        {
            groups[group] = months.ToDictionary(
                month => $"{Text(month.Key.Year)}.{Text(month.Key.Month)}.{account}", month => Text(month.Value));
        }

        return groups;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
