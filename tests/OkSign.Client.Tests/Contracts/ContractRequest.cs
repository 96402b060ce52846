using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WireMock;
using WireMock.Logging;

namespace OkSign.Client.Tests.Contracts;

/// <summary>What a server received, compared with what a contract says.</summary>
internal static partial class ContractRequest
{
    /// <summary>Stands in a contract for the boundary of a form, which is another one each time.</summary>
    public const string Boundary = "BOUNDARY";

    /// <summary>Asserts that a request is the contract's, and has nothing beyond it.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="entry">What was received.</param>
    /// <param name="basePath">What stands before every path.</param>
    /// <param name="accept">What is accepted.</param>
    /// <param name="keyHeader">The header with the key.</param>
    /// <param name="key">The key.</param>
    public static void AssertSent<TClient>(Contract<TClient> contract, ILogEntry entry, string basePath, string accept, string keyHeader, string key)
    {
        IRequestMessage request = entry.RequestMessage!;
        Assert.Equal(contract.Method, request.Method);
        Assert.Equal(basePath + contract.Path + contract.Query, new Uri(request.Url).PathAndQuery);

        byte[] body = request.BodyAsBytes ?? [];
        Dictionary<string, string> sent = request.Headers!.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(accept, sent["accept"]);
        Assert.Equal(contract.IsAnonymous ? null : key, sent.GetValueOrDefault(keyHeader));
        if (body.Length > 0)
        {
            Assert.Equal(body.Length.ToString(CultureInfo.InvariantCulture), sent["content-length"]);
        }

        string? boundary = sent.TryGetValue("content-type", out string? type) && BoundaryOf().Match(type) is { Success: true } match ? match.Groups[1].Value : null;
        Assert.All(contract.Headers, header => Assert.Equal(header.Value, WithoutBoundary(sent[header.Key], boundary)));
        string[] known = [keyHeader, "accept", "host", "content-length", .. contract.Headers.Keys];
        Assert.Empty(sent.Keys.Except(known, StringComparer.OrdinalIgnoreCase));

        if (contract.JsonBody is { } json)
        {
            AssertJson(json, Encoding.UTF8.GetString(body));
        }
        else
        {
            Assert.Equal(Encoding.Latin1.GetString(contract.Body ?? []), WithoutBoundary(Encoding.Latin1.GetString(body), boundary));
        }
    }

    private static string WithoutBoundary(string text, string? boundary) => boundary is null ? text : text.Replace(boundary, Boundary, StringComparison.Ordinal);

    private static void AssertJson(string expected, string actual)
        => Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            $"Expected {expected}{Environment.NewLine}but was {actual}");

    [GeneratedRegex("boundary=([0-9a-f]{32})$")]
    private static partial Regex BoundaryOf();
}
