using System.Net;
using System.Text;

namespace OkSign.Client;

/// <summary>A stranger's query, read within limits: its parameters, or what is wrong with it. Never throws.</summary>
internal readonly struct InboundQuery
{
    private InboundQuery(InboundParameters parameters, string? problem) => (Parameters, Problem) = (parameters, problem);

    /// <summary>The parameters; to be used only when there is no problem.</summary>
    public InboundParameters Parameters { get; }

    /// <summary>What is wrong with the query, or null. Holds nothing of it.</summary>
    public string? Problem { get; }

    public static InboundQuery Read(string? query)
        => query switch
        {
            null => Unfit("There is no query."),
            { Length: > OkSignInboundCall.MaxQueryLength } => TooLong(),
            _ => Collect(Split(query).Select(static pair => (Decode(pair.Name), Decode(pair.Value)))),
        };

    public static InboundQuery Read(Uri? address)
        => Read(address switch
        {
            null => null,
            { IsAbsoluteUri: true } => address.Query,
            _ => QueryOf(address.OriginalString),
        });

    public static InboundQuery Read(IEnumerable<KeyValuePair<string, string?>>? parameters)
        => parameters is null
            ? Unfit("There is no query.")
            : Collect(parameters.Select(static pair => (pair.Key ?? "", pair.Value ?? "")));

    private static InboundQuery Unfit(string problem) => new(new InboundParameters([]), problem);

    private static InboundQuery TooLong() => Unfit($"The query is longer than {OkSignInboundCall.MaxQueryLength} characters.");

    private static InboundQuery Collect(IEnumerable<(string Name, string Value)> pairs)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int count = 0;
        int length = 0;
        foreach ((string name, string value) in pairs.Where(static pair => pair.Name.Length > 0))
        {
            length += name.Length + value.Length;
            if (length > OkSignInboundCall.MaxQueryLength)
            {
                return TooLong();
            }

            if (++count > OkSignInboundCall.MaxParameters)
            {
                return Unfit($"The query has more than {OkSignInboundCall.MaxParameters} parameters.");
            }

            // The first of a repeated parameter counts: what was appended to an address does not replace what stood there.
            string key = WellFormed(name);
            if (!all.ContainsKey(key))
            {
                all.Add(key, WellFormed(value));
            }
        }

        return new InboundQuery(new InboundParameters(all), problem: null);
    }

    private static IEnumerable<(string Name, string Value)> Split(string query)
    {
        for (int start = query.StartsWith('?') ? 1 : 0; start < query.Length;)
        {
            int end = EndOrLength(query, '&', start, query.Length);
            int equals = EndOrLength(query, '=', start, end);
            yield return (query.Substring(start, equals - start), query.Substring(Math.Min(equals + 1, end), Math.Max(end - equals - 1, 0)));
            start = end + 1;
        }
    }

    private static int EndOrLength(string text, char mark, int start, int length)
    {
        int index = text.IndexOf(mark, start, length - start);
        return index < 0 ? length : index;
    }

    private static string QueryOf(string address)
    {
        int fragment = EndOrLength(address, '#', 0, address.Length);
        int query = EndOrLength(address, '?', 0, fragment);
        return address.Substring(query, fragment - query);
    }

    // Leaves a broken escape as it stands, and makes U+FFFD of escaped bytes that are not UTF-8.
    private static string Decode(string text) => WebUtility.UrlDecode(text);

    private static string WellFormed(string text)
        => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
