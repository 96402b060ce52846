using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using OkSign.Client.Tests.OkDokument.Contracts;
using OkSign.Client.Tests.Telemetry;

namespace OkSign.Client.Tests.Secrets;

/// <summary>
/// Neither the key nor signing links nor people's data come out anywhere, for no operation of OKdokument and no answer, at Trace level; nor do the ids
/// that stand in paths.
/// </summary>
[Collection(nameof(Alone))]
public sealed class OkDokumentSecretsTests
{
    private const string SigningLink = "https://dokument.example/openDocument/7f3a9c1b";
    private const string Email = "anna.secret@example.com";
    private const string Mobile = "+421900999888";

    private static readonly string[] Secrets = [Dokument.ApiKeyText, "7f3a9c1b", Email, Mobile, "secret-cookie", Dokument.DocumentIdText, Dokument.RequestIdText, "7Q2m", "Eva"];

    public static TheoryData<string, int, string> CallsAndAnswers()
    {
        (int Status, string Body)[] answers =
        [
            (200, """{ "message": "msg.done", "result": "a", "url": "$link", "documentId": "b", "$echo": "$echo" }"""),
            (200, """{ "message": "$echo", "result": "$echo", "url": "$echo", "documentId": "$echo" }"""),
            (200, """[ { "id": "a", "state": "$echo", "filename": "$echo", "url": "$link", "group": "$echo" } ]"""),
            (200, """{ "id": "a", "state": "$echo", "filename": "$echo", "url": "$link", "group": "$echo" }"""),
            (200, """{ "actual": { "$echo.storedFiles": "$echo" }, "files": { "$echo": "$echo" } }"""),
            (200, """{ "success": false, "message": "$echo", "value": "$echo" }"""),
            (200, """{ "result": { "$echo": [ }"""),
            (200, "<html>$echo</html>"),
            (400, """{ "message": "err.signature.request.not.exist", "value": "$echo" }"""),
            (400, """{ "message": "$echo", "value": "$echo" }"""),
            (401, "$echo"),
            (403, "$echo"),
            (404, """{ "message": "err.not.found", "value": "$echo" }"""),
            (404, "$echo"),
            (409, """{ "message": "$echo", "value": "$echo" }"""),
            (429, "$echo"),
            (500, "$echo"),
            (302, "$echo"),
        ];
        var data = new TheoryData<string, int, string>();
        foreach (Contract<OkDokumentClient> contract in OkDokumentContractTable.AllCalls)
        {
            foreach ((int status, string body) in answers)
            {
                data.Add(contract.ToString(), status, body);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CallsAndAnswers))]
    public async Task Call_AnsweredWithSecrets_ShowsNoneOfThem(string call, int status, string body)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        using var logs = new RecordedLogs();
        using var telemetry = new RecordedTelemetry();
        await using ServiceProvider provider = CreateProvider(logs, new AnsweringNetwork(() => Answer((HttpStatusCode)status, body)));

        string outcome = TextOf(await contract.OutcomeAsync(provider.GetRequiredService<OkDokumentClient>(), TestContext.Current.CancellationToken));

        telemetry.Dispose();
        Assert.NotEmpty(logs.Lines);
        Assert.Contains(telemetry.Spans, span => span.DisplayName == contract.Operation);
        Assert.NotEmpty(telemetry.Measurements);
        Assert.All(Secrets, secret => Assert.DoesNotContain(telemetry.Texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, outcome, StringComparison.OrdinalIgnoreCase));
        Assert.All(Secrets, secret => Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_NotAnswered_ShowsNoIdAndNoKey(string call)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        using var logs = new RecordedLogs();
        using var telemetry = new RecordedTelemetry();
        await using ServiceProvider provider = CreateProvider(logs, new AnsweringNetwork(static () => throw new HttpRequestException(HttpRequestError.ConnectionError)));

        string outcome = TextOf(await contract.OutcomeAsync(provider.GetRequiredService<OkDokumentClient>(), TestContext.Current.CancellationToken));

        telemetry.Dispose();
        Assert.Contains(nameof(OkSignTransportException), outcome, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(telemetry.Texts.Concat(logs.Lines).Append(outcome), text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    public static TheoryData<string> Calls() => [.. OkDokumentContractTable.AllCalls.Select(static contract => contract.ToString())];

    [Fact]
    public void ToString_OfWhatHoldsSecrets_IsTheTypesName()
    {
        using OkDokumentClient client = OkDokumentClient.Create(Dokument.ApiKey);

        Assert.Equal(nameof(SigningRound), $"{new SigningRound(client, Dokument.RequestId, Dokument.DocumentId, new Uri(SigningLink))}");
        Assert.Equal(nameof(FoundSignatureRequest), $"{new FoundSignatureRequest(Dokument.RequestId, Dokument.DocumentId, new Uri(SigningLink))}");
        Assert.Equal(nameof(SignatureRequestSettings), $"{new SignatureRequestSettings { SendInfoUrl = Dokument.SendInfoUrl }}");
        Assert.Equal(nameof(SigningRules), $"{new SigningRules { EmailTo = Email }}");
        Assert.Equal(nameof(FieldSetting), $"{new FieldSetting { Name = "a", Value = Email }}");
        Assert.Equal(nameof(SignatureRequestUpdate), $"{new SignatureRequestUpdate { SendInfoUrl = Dokument.SendInfoUrl }}");
    }

    private static ServiceProvider CreateProvider(RecordedLogs logs, HttpMessageHandler network)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services
            .AddOkDokument(static options =>
            {
                options.Credentials = Dokument.ApiKey;
                options.Retry.MaxRetries = 0;
            })
            .ConfigurePrimaryHttpMessageHandler(() => network);
        return services.BuildServiceProvider();
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body)
    {
        string echo = $"{Dokument.ApiKeyText} {SigningLink} {SigningLink.Replace("/", "\\/", StringComparison.Ordinal)} {Email} {Mobile} {Dokument.DocumentIdText} {Dokument.RequestIdText}";
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(body.Replace("$link", SigningLink, StringComparison.Ordinal).Replace("$echo", echo, StringComparison.Ordinal), Encoding.UTF8, "application/json"),
        };
        response.Headers.TryAddWithoutValidation("set-cookie", "session=secret-cookie");
        if ((int)status == 302)
        {
            response.Headers.TryAddWithoutValidation("location", SigningLink);
        }

        return response;
    }

    /// <summary>All that a program could print of a call: the result's text, or the exception with everything that hangs on it.</summary>
    private static string TextOf(object? outcome)
        => outcome switch
        {
            OkSignRejectedException rejected => $"{rejected} {rejected.ResponseBody} {rejected.Code} {string.Join(' ', rejected.Reasons)}",
            OkSignException exception => $"{exception} {exception.ResponseBody} {exception.Code}",
            IEnumerable<object> list => string.Join(' ', list),

            // An id is its text; who prints one means to.
            StoredDocumentId => "",
            _ => $"{outcome}",
        };

    private sealed class AnsweringNetwork(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = answer();
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}
