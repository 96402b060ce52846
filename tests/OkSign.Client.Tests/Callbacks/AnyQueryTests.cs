using CsCheck;

namespace OkSign.Client.Tests;

/// <summary>Whatever a stranger sends is read or refused, never thrown at; and what was built is what is read.</summary>
public class AnyQueryTests
{
    // Pieces that alone or together are where readers of queries, escapes, times and JSON stumble.
    private static readonly string[] Pieces =
    [
        "source_docid=", "signed_docid=", "SIGNERID=", "filename=", "nbrOfSigaturesRequired=", "nbrOfSigaturesValid=", "fields_completed=",
        "creditsinfo=", "ts=", "orgtoken=", "status=", "docid=", "event=", "reason=", "&", "&", "=", "?", "#", "+", "%", "%2", "%u00e9", "%00", "%FF",
        "%F0%9F%98%80", "%ED%A0%80", "\ud800", "\udc00\ud800", "[", "]", "{", "}", "[[[[", "{\"name\":", "{\"value\":", "\"\\ud800\"", "{\"\\udfff\":1}",
        "null", "1e999", "-1", "99999999999", "2026-03-01T12:00:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", ",", ":", "\"", "a-1", "\u0000",
        "\u00e9",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 300].Select(static characters => new string(characters)),
        Assembled(Gen.Int[0, 60]),
        Gen.Select(Assembled(Gen.Int[0, 6]), Gen.Int[0, 30_000], static (piece, times) => string.Concat(Enumerable.Repeat(piece, Math.Min(times, 70_000 / Math.Max(piece.Length, 1))))));

    [Fact]
    public void TryParse_AnyText_IsReadOrRefused()
        => AnyText.Sample(
            static text =>
            {
                bool isCallback = OkSignCallback.TryParse(text, out OkSignCallback? callback, out string? reason);
                bool isReturn = OkSignReturn.TryParse(text, out OkSignReturn? returned, out string? returnReason);
                bool isError = OkSignDeliveryError.TryParse(text, out OkSignDeliveryError? error, out string? errorReason);

                return (isCallback, isReturn, isError) == (callback is not null, returned is not null, error is not null)
                    && (isCallback, isReturn, isError) == (reason is null, returnReason is null, errorReason is null);
            },
            iter: 20_000);

    [Fact]
    public void TryParse_AnyJson_IsReadOrNone()
        => Gen.Select(Assembled(Gen.Int[0, 12]), Gen.Int[0, 200], static (json, depth) => new string('[', depth) + json + new string(']', depth)).Sample(
            static json => OkSignCallback.Parse([new("fields_completed", json), new("creditsinfo", json)]) is not null,
            iter: 20_000);

    [Fact]
    public void TryParse_AnyAddress_IsReadOrRefused()
        => AnyText.Sample(
            static text => !Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address)
                || OkSignCallback.TryParse(address, out _, out string? reason) == reason is null,
            iter: 5_000);

    [Fact]
    public void Parameters_OfABuiltQuery_AreWhatItWasBuiltOf()
        => Gen.Select(WellFormedText, WellFormedText).Array[0, 40].Sample(
            static pairs =>
            {
                Dictionary<string, string> expected = new(StringComparer.OrdinalIgnoreCase) { ["source_docid"] = "a-1" };
                string query = "?source_docid=a-1";
                foreach ((string name, string value) in pairs.Where(static pair => pair.Item1.Length > 0 && !pair.Item1.StartsWith("source_doc", StringComparison.OrdinalIgnoreCase)))
                {
                    query += $"&{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal)}";
                    expected.TryAdd(name, value);
                }

                IReadOnlyDictionary<string, string> read = OkSignDeliveryError.Parse(query).Parameters;
                IReadOnlyDictionary<string, string> fromPairs = OkSignDeliveryError.Parse(expected.Select(static pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Parameters;

                return Same(expected, read) && Same(expected, fromPairs);
            },
            iter: 2_000);

    private static Gen<string> WellFormedText
        => Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00a0', '\u2fff']).Array[0, 12].Select(static characters => new string(characters) + (characters.Length % 3 == 0 ? "\ud83d\ude00" : ""));

    private static Gen<string> Assembled(Gen<int> count)
        => count.SelectMany(static length => Gen.Int[0, Pieces.Length - 1].Array[length]).Select(static indexes => string.Concat(indexes.Select(static index => Pieces[index])));

    private static bool Same(Dictionary<string, string> expected, IReadOnlyDictionary<string, string> actual)
        => expected.Count == actual.Count && expected.All(pair => actual.TryGetValue(pair.Key, out string? value) && value == pair.Value);
}
