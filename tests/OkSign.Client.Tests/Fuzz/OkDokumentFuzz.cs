using System.Net;
using System.Text;
using System.Text.Json;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using OkSign.Client.Tests.OkDokument.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>What comes from OKdokument: answers to each of its operations, its calls to a web server, and rules as they are stored elsewhere.</summary>
internal static class OkDokumentFuzz
{
    private const string GoodCompletion = $$"""{ "state": "signed", "id": "{{Dokument.DocumentIdText}}", "signatureRequestId": "{{Dokument.RequestIdText}}", "url": "https://a.example" }""";

    private static readonly string[] Locations =
        [Dokument.ViewerUrlText, "/viewDocument?id=a", "?id=a", "//[", "//", "https://", "http://[::1]:99999/", "https://\ud800/", "file:///x", "javascript:0", "%", "viewDocument?id=a%00b", "?id=..", "/\\", "https://xn--a-ecp.ru/?id=1"];

    private static readonly string[] RulePieces =
        ["_", "_", "-", "signAnywhere", "signAnywhereEnabled", "emailFinal", "emailNotification", "language", "lang", "guiSignatureNumber", "guiSignerName", "resulturl", "true", "false", "2", "a@b.example", "https://a.example/", "{", "}", "\"", ":"];

    private static readonly string[] GoodRules =
    [
        "guiSignerName-Eva Nova_guiRequestSignerName-true_signAnywhereEnabled-false", "emailFinal_nameFrom-Agency_lang-en", "resulturl-https://a.example/x_guiSignatureNumber-2",
        """{ "signAnywhereEnabled": false, "emailFinal": "a@b.example|c@d.example", "guiSignatureNumber": "2", "other": { "x": [] } }""",
    ];

    private static readonly int[] Statuses = [201, 204, 300, 302, 304, 400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 503, 999];

    private static readonly (Contract<OkDokumentClient> Contract, ContractAnswer Answer, JsonText? Json)[] Known =
    [
        .. from contract in OkDokumentContractTable.AllCalls
           from answer in contract.Answers
           select (contract, answer, JsonOf(answer.Body)),
    ];

    private static readonly JsonText Completion = JsonOf(Encoding.UTF8.GetBytes(GoodCompletion))!;

    // One for each thread, as making a client takes longer than a call.
    [ThreadStatic]
    private static (AnsweringNetwork Network, OkDokumentClient Client)? _own;

    public static FuzzTarget Answers { get; } = new("okdokument answers", Share: 20, MakeAnswer) { FixedAllocation = 512 * 1024, AllocationPerByte = 512 };

    public static FuzzTarget Completions { get; } = new("okdokument completions", Share: 10, MakeCompletion) { FixedAllocation = 128 * 1024, AllocationPerByte = 512 };

    public static FuzzTarget Rules { get; } = new("okdokument rules", Share: 8, MakeRules) { AllocationPerByte = 512 };

    private static FuzzCase MakeAnswer(Random random)
    {
        (Contract<OkDokumentClient> contract, ContractAnswer answer, JsonText? json) = random.Pick(Known);
        (byte[] body, bool isWellFormed) = AnswerFuzz.Body(random, answer.Body, json);
        int status = random.OneIn(8) ? random.Pick(Statuses) : answer.Status;
        string? location = random.OneIn(2) ? answer.Location : random.OneIn(2) ? random.Pick(Locations) : TextMaker.Text(random, Locations);
        return new FuzzCase(
            body.Length + (location?.Length ?? 0),
            () => $"{contract}, HTTP {status}, to {TextMaker.Show(location)}, {Convert.ToBase64String(body)}",
            () => FeedAnswerAsync(contract, body, status, location, isWellFormed));
    }

    private static async Task<bool> FeedAnswerAsync(Contract<OkDokumentClient> contract, byte[] body, int status, string? location, bool isWellFormed)
    {
        (AnsweringNetwork network, OkDokumentClient client) = _own ??= Create();
        network.Answer = () =>
        {
            HttpResponseMessage response = FuzzClient.Response(body, (HttpStatusCode)status);
            if (location is not null)
            {
                response.Headers.TryAddWithoutValidation("location", location);
            }

            return response;
        };
        object? outcome = await contract.OutcomeAsync(client, CancellationToken.None);
        if (outcome is OkSignException exception)
        {
            FuzzClient.Check(exception, isWellFormed);
            return false;
        }

        Inspection.LookAt(outcome);
        return true;
    }

    private static FuzzCase MakeCompletion(Random random)
    {
        byte[] body = random.OneIn(200)
            ? Encoding.UTF8.GetBytes($$"""{ "state": "{{new string('x', random.Size(2 * OkDokumentCompletion.MaxLength))}}" }""")
            : AnswerFuzz.Body(random, Encoding.UTF8.GetBytes(GoodCompletion), Completion).Body;
        return new FuzzCase(body.Length, () => Convert.ToBase64String(body), () => Task.FromResult(FeedCompletion(body)));
    }

    private static bool FeedCompletion(byte[] body)
    {
        bool isRead = OkDokumentCompletion.TryParse(body.AsMemory(), out OkDokumentCompletion? completion, out string? reason);
        Assert.Equal((isRead, !isRead), (completion is not null, reason is not null));
        Inspection.LookAt(completion);

        // What is no UTF-8 may be longer as text than it was.
        return isRead | OkDokumentCompletion.TryParse(Encoding.UTF8.GetString(body), out _, out _);
    }

    private static FuzzCase MakeRules(Random random)
    {
        string text = random.OneIn(3) ? TextMaker.Text(random, RulePieces) : TextMaker.Mutate(random, random.Pick(GoodRules));
        return new FuzzCase(text.Length, () => TextMaker.Show(text), () => Task.FromResult(FeedRules(text)));
    }

    private static bool FeedRules(string text)
    {
        try
        {
            SigningRules rules = SigningRules.Parse(text);
            Inspection.LookAt(rules);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static (AnsweringNetwork Network, OkDokumentClient Client) Create()
    {
        var network = new AnsweringNetwork(static () => new HttpResponseMessage());
        return (network, TestOkDokument.Over(network, TimeProvider.System, static options =>
        {
            options.Credentials = new OkDokumentApiKey(Sample.Token);
            options.Retry.MaxRetries = 0;
        }));
    }

    private static JsonText? JsonOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return JsonText.Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
