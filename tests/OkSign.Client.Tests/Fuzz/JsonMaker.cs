using System.Text.Json;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Names and values for JSON that is not what was expected.</summary>
internal static class JsonMaker
{
    /// <summary>Stands in names and texts now and then, and must never come out in an exception.</summary>
    public const string SecretLink = "https://www.oksign.be/sign/l1nk-s3cr3t";

    private static readonly string[] Leaves =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "1.5", "1e2", "1e999", "-1e999", "1E-999", "2147483648", "-2147483649", "9223372036854775808", "99999999999999999999999999999999",
        "0.1000000000000000000000000000000000000000000001", "253402300800", "100000000000000", "{}", "[]", "[[]]", "[{}]", "[null]", "{\"\":{}}",
        "\"\"", "\" \"", "\"0\"", "\"1\"", "\"-1\"", "\"1e5\"", "\"1.0\"", "\"NaN\"", "\"Infinity\"", "\"true\"", "\"False\"", "\"yes\"", "\"null\"", "\"OK\"", "\"FAILED\"", "\"Too soon\"",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\u0000\"", "\"\\u0022\\u003e\"", "\"\\ufffe\"", "\"\\u202e\"", "\"\\/\\b\\f\\n\\r\\t\"", "\"\\\\\"",
        "\"2026-03-01T12:00:00Z\"", "\"2026-03-01T12:00:00.1234567+01:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-02-30\"", "\"01/03/2026\"",
        "\"https://sign.example/012345-6F0A3B5E-0000-4000-8000-00000000000A\"", "\"https://sign.example/\"", "\"https:\"", "\"https://\"", "\"http://[\"", "\"https://[::1]:99999/\"", "\"https://a@b/\"",
        "\"https://\\ud800.example/\"", "\"https://xn--a-ecp.ru/\"", "\"https://\\u0000/\"", "\"https://a.example/%\"", "\"https://a.example/\\u202e/..//?#\"", "\"//x\"", "\"/sign/1\"", "\"file:///etc/passwd\"", "\"javascript:0\"",
        "\"CanvasSIG\"", "\"a@b.example\"", "\"+32470000001\"", "\"012345-6f0a3b5e-0000-4000-8000-000000000001\"", "\"012345-6f0a3b5e-0000-4000-8000-000000000002\"",
        $"\"{Sample.Token}\"", $"\"{Sample.KeyText}\"", $"\"{SecretLink}\"", $"\"Go to {SecretLink} now\"",
    ];

    private static readonly string[] Names =
    [
        .. GoodAnswers().SelectMany(static answer => NamesIn(answer.RootElement)).Distinct().Select(static name => $"\"{JsonEncodedText.Encode(name)}\""),
        "\"\"", "\" \"", "\"value\"", "\"$ref\"", "\"$id\"", "\"$type\"", "\"$values\"", "\"__proto__\"", "\"STATUS\"", "\"\\u0073tatus\"", "\"\\u0072eason\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"a.b\"", "\"['x']\"",
        $"\"{Sample.Token}\"", $"\"{SecretLink}\"",
    ];

    /// <summary>The answers of the contract table that are JSON.</summary>
    public static IEnumerable<JsonDocument> GoodAnswers()
        => ContractTable.All.SelectMany(static contract => contract.Answers).Where(static answer => answer.Body is [(byte)'{', ..]).Select(static answer => JsonDocument.Parse(answer.Body));

    /// <summary>A name in its quotation marks, most often one that means something.</summary>
    public static string Name(Random random) => random.OneIn(100) ? $"\"{Long(random)}\"" : random.Pick(Names);

    public static JsonText Value(Random random, int depth = 0)
        => random.Next(depth < 4 ? 8 : 6) switch
        {
            6 => JsonText.Array(Enumerable.Range(0, random.Size(8)).Select(_ => Value(random, depth + 1)).ToArray()),
            7 => JsonText.Object(Enumerable.Range(0, random.Size(8)).Select(_ => (Name(random), Value(random, depth + 1))).ToArray()),
            5 when random.OneIn(20) => JsonText.Leaf(random.OneIn(2) ? $"\"{Long(random)}\"" : Digits(random)),
            _ => JsonText.Leaf(random.Pick(Leaves)),
        };

    private static string Long(Random random) => string.Concat(Enumerable.Repeat(random.Pick(["x", "\\u0041", "\u00e9", "\\ud83d\\ude00", "a@", "+1 ", "https:"]), random.Size(20_000)));

    private static string Digits(Random random) => new string('7', 1 + random.Size(5_000)) + random.Pick(["", ".5", "e5", "e-5000", "e99999"]);

    private static IEnumerable<string> NamesIn(JsonElement element)
        => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => NamesIn(member.Value).Prepend(member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
            _ => [],
        };
}
