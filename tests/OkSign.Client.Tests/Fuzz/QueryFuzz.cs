using System.Text;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>What anybody can send to a web server that waits for callbacks, returns and delivery errors.</summary>
internal static class QueryFuzz
{
    private static readonly string[] Names =
    [
        "source_docid", "signed_docid", "source_doc", "signed_doc", "docid", "SIGNERID", "filename", "nbrOfSigaturesRequired", "nbrOfSignaturesValid", "fields_completed", "creditsinfo", "ts",
        "orgtoken", "status", "event", "name", "lang", "result", "email", "mobile", "reason", "", "secret", "Source_DocId",
    ];

    private static readonly string[] Pieces =
    [
        "a-1", Sample.SourceIdText, "1", "-1", "99999999999", "253402300800", "2026-03-01T12:00:00+01:00", "2026-03-01T12:00:00 01:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
        "%", "%2", "%u00e9", "%00", "%0d%0a", "%FF", "%F0%9F%98%80", "%ED%A0%80", "+", "&", "=", "?", "#", "[", "{", "null", "https://a.example/", "/path", "//", "[::1]",
    ];

    // Each is read in every form and as every kind of call, and most of them are refused by an exception.
    public static FuzzTarget Target { get; } = new("queries", Share: 25, Make) { FixedAllocation = 128 * 1024, AllocationPerByte = 512 };

    private static FuzzCase Make(Random random)
    {
        KeyValuePair<string, string?>[] pairs = [.. Enumerable.Range(0, random.OneIn(50) ? random.Size(600) : random.Next(8)).Select(_ => Pair(random))];
        string query = random.OneIn(3) ? TextMaker.Text(random, [.. Names.Select(static name => $"&{name}="), .. Pieces]) : Joined(random, pairs);
        query = random.OneIn(3) ? TextMaker.Mutate(random, query) : query;
        Uri? address = Uri.TryCreate(query, UriKind.RelativeOrAbsolute, out Uri? created) ? created : null;
        return new FuzzCase(
            query.Length + pairs.Sum(static pair => pair.Key.Length + (pair.Value?.Length ?? 0)),
            () => $"{TextMaker.Show(query)}; {string.Join(", ", pairs.Select(static pair => $"[{TextMaker.Show(pair.Key)}, {TextMaker.Show(pair.Value)}]"))}",
            () => Task.FromResult(Feed(query) | Feed(pairs) | (address is not null && Feed(address))));
    }

    private static KeyValuePair<string, string?> Pair(Random random)
        => new(
            random.OneIn(10) ? TextMaker.Text(random, Names) : random.Pick(Names),
            random.Next(6) switch
            {
                0 => null,
                1 => TextMaker.Text(random, Pieces),
                2 => Json(random),
                _ => random.Pick(Pieces),
            });

    private static string Json(Random random)
    {
        JsonText json = JsonMaker.Value(random);
        string text = random.OneIn(2) ? json.Mutate(random).ToString() : json.ToString();
        return random.OneIn(4) ? Encoding.UTF8.GetString(ByteMutator.Mutate(random, Encoding.UTF8.GetBytes(text))) : text;
    }

    private static string Joined(Random random, KeyValuePair<string, string?>[] pairs)
        => random.Pick(["", "?", "https://a.example/callback?", "/callback?"]) + string.Join("&", pairs.Select(pair => $"{pair.Key}={(random.OneIn(2) ? Escaped(pair.Value ?? "") : pair.Value)}"));

    // Half of a surrogate pair cannot be escaped.
    private static string Escaped(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static bool Feed(string query)
        => Agree(OkSignCallback.TryParse(query, out OkSignCallback? callback, out string? reason), callback, reason, () => OkSignCallback.Parse(query))
            | Agree(OkSignReturn.TryParse(query, out OkSignReturn? returned, out reason), returned, reason, () => OkSignReturn.Parse(query))
            | Agree(OkSignDeliveryError.TryParse(query, out OkSignDeliveryError? error, out reason), error, reason, () => OkSignDeliveryError.Parse(query))
            | Agree(OkDokumentResult.TryParse(query, out OkDokumentResult? result, out reason), result, reason, () => OkDokumentResult.Parse(query));

    private static bool Feed(Uri address)
        => Agree(OkSignCallback.TryParse(address, out OkSignCallback? callback, out string? reason), callback, reason, () => OkSignCallback.Parse(address))
            | Agree(OkSignReturn.TryParse(address, out OkSignReturn? returned, out reason), returned, reason, () => OkSignReturn.Parse(address))
            | Agree(OkSignDeliveryError.TryParse(address, out OkSignDeliveryError? error, out reason), error, reason, () => OkSignDeliveryError.Parse(address))
            | Agree(OkDokumentResult.TryParse(address, out OkDokumentResult? result, out reason), result, reason, () => OkDokumentResult.Parse(address));

    private static bool Feed(KeyValuePair<string, string?>[] pairs)
        => Agree(OkSignCallback.TryParse(pairs, out OkSignCallback? callback, out string? reason), callback, reason, () => OkSignCallback.Parse(pairs))
            | Agree(OkSignReturn.TryParse(pairs, out OkSignReturn? returned, out reason), returned, reason, () => OkSignReturn.Parse(pairs))
            | Agree(OkSignDeliveryError.TryParse(pairs, out OkSignDeliveryError? error, out reason), error, reason, () => OkSignDeliveryError.Parse(pairs))
            | Agree(OkDokumentResult.TryParse(pairs, out OkDokumentResult? result, out reason), result, reason, () => OkDokumentResult.Parse(pairs));

    private static bool Agree<T>(bool isRead, T? call, string? reason, Func<T> parse)
        where T : OkSignInboundCall
    {
        Assert.Equal((isRead, !isRead), (call is not null, reason is not null));
        Inspection.LookAt(call);
        try
        {
            Assert.Equal(parse().Parameters.Count, call?.Parameters.Count);
        }
        catch (FormatException exception) when (!isRead)
        {
            Assert.Equal(reason, exception.Message);
        }

        return isRead;
    }
}
