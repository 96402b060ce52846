using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Secrets;

/// <summary>Neither credentials nor signing links nor a signer's data come out anywhere, for no operation and no answer, at Trace level.</summary>
public sealed class SecretsTests
{
    private const string Token = "987654-SECRET00-TOKE-4000-8000-00000000N123";

    private static readonly string[] Secrets =
        [Token, "7f3a9c1b", EchoingService.Email, EchoingService.Mobile, "secret-cookie"];

    /// <summary>A list that every operation with a list can read, with secrets wherever a row has room for a text.</summary>
    private static readonly string Rows = $$"""
        { "status": "OK", "reason": [ { "id": "bt_1", "docid": "123456-1", "source_docid": "123456-1", "url": "{{EchoingService.SigningLink}}",
          "name": "$echo", "email": "$echo", "mobile": "$echo", "actingas": "$echo", "role": "$echo", "filename": "$echo", "creator": "$echo",
          "orgtoken": "$echo", "source": "$echo", "fields_completed": [ { "name": "$echo", "value": "$echo" }, "$echo" ], "$echo": [ "$echo" ] }, { "id": "bt_2",
          "docid": "123456-2", "name": "$echo", "url": "{{EchoingService.SigningLink}}" } ] }
        """;

    /// <summary>Lists within an object.</summary>
    private static readonly string RowsInObject = $$"""
        { "status": "OK", "reason": { "quantity": 1, "subscription": "$echo", "filename": "$echo", "size": "$echo",
          "fields": [ { "inputtype": "Text", "signerid": "bt_1", "name": "$echo", "value": "$echo", "metadata": { "value": { "signedby": "$echo", "msisdn": "$echo" } } } ],
          "signersinfo": [ { "id": "bt_1", "name": "$echo", "email": "$echo", "mobile": "$echo", "url": "{{EchoingService.SigningLink}}" }, "$echo" ], "$echo": "$echo" } }
        """;

    public static TheoryData<string, int, string> OperationsAndAnswers()
    {
        (int Status, string Body)[] answers =
        [
            (200, """{ "status": "FAILED", "reason": "$echo" }"""),
            (200, """{ "status": "FAILED", "reason": [ "$echo", "and $echo" ] }"""),
            (200, """{ "status": "FAILED", "reason": "Document does not exist: $echo" }"""),
            (200, """{ "status": "FAILED", "reason": "Too soon: $echo" }"""),
            (200, """{ "status": "OK", "reason": "$echo" }"""),
            (200, """{ "status": "OK", "reason": { "docid": "$echo" } }"""),
            (200, Rows),
            (200, RowsInObject),
            (200, """{ "status": "$echo" }"""),
            (200, "<html>$echo</html>"),
            (401, "$echo"),
            (403, "$echo"),
            (404, "$echo"),
            (429, "$echo"),
            (500, "$echo"),
            (302, "$echo"),
        ];
        var data = new TheoryData<string, int, string>();
        foreach (Contract<OkSignClient> contract in ContractTable.All)
        {
            foreach ((int status, string body) in answers)
            {
                data.Add(contract.Operation, status, body);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OperationsAndAnswers))]
    public async Task Call_AnsweredWithSecrets_ShowsNoneOfThem(string operation, int status, string body)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        using var logs = new RecordedLogs();
        using var telemetry = new RecordedTelemetry();
        await using ServiceProvider provider = CreateProvider(logs, new EchoingService((HttpStatusCode)status, body));
        OkSignClient client = provider.GetRequiredService<OkSignClient>();

        string outcome = await OutcomeOf(contract, client);

        telemetry.Dispose();
        Assert.NotEmpty(logs.Lines);
        Assert.Contains(telemetry.Spans, span => span.DisplayName == operation);
        Assert.NotEmpty(telemetry.Measurements);
        Assert.All(Secrets, secret => Assert.DoesNotContain(telemetry.Texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, outcome, StringComparison.OrdinalIgnoreCase));
        Assert.All(Secrets, secret => Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Users.retrieve", nameof(AccountUser))]
    [InlineData("Documents.active", nameof(ActiveDocument))]
    [InlineData("Documents.signed", nameof(SigningEvent))]
    [InlineData("FormDesc.upload", nameof(SigningLink))]
    public async Task Call_AnsweredWithRows_IsReadAndPrintsTheirTypesOnly(string operation, string type)
    {
        // Guards the test above against rows that are not read at all.
        using var logs = new RecordedLogs();
        await using ServiceProvider provider = CreateProvider(logs, new EchoingService(HttpStatusCode.OK, Rows));

        string outcome = await OutcomeOf(ContractTable.Of(operation), provider.GetRequiredService<OkSignClient>());

        Assert.Equal([type, type], outcome.Split(Environment.NewLine)[1..]);
    }

    [Theory]
    [InlineData("Metadata.retrieve (v2)", nameof(DocumentMetadata))]
    [InlineData("FormDesc.retrieve", nameof(FormDescriptor))]
    [InlineData("Credits.retrieve", nameof(CreditBalance))]
    public async Task Call_AnsweredWithRowsInAnObject_IsReadAndPrintsItsTypeOnly(string operation, string type)
    {
        using var logs = new RecordedLogs();
        await using ServiceProvider provider = CreateProvider(logs, new EchoingService(HttpStatusCode.OK, RowsInObject));

        Assert.Equal(type, await OutcomeOf(ContractTable.Of(operation), provider.GetRequiredService<OkSignClient>()));
    }

    [Theory]
    [InlineData("SignExpress.create", nameof(CreatedSignExpress))]
    [InlineData("EditorExpress.create", nameof(CreatedEditorExpress))]
    public async Task Call_AnsweredWithALink_IsReadAndPrintsItsTypeOnly(string operation, string type)
    {
        using var logs = new RecordedLogs();
        string body = $$"""{ "status": "OK", "reason": "{{EchoingService.SigningLink}}" }""";
        await using ServiceProvider provider = CreateProvider(logs, new EchoingService(HttpStatusCode.OK, body));

        Assert.Equal(type, await OutcomeOf(ContractTable.Of(operation), provider.GetRequiredService<OkSignClient>()));
    }

    [Fact]
    public void RecordedLogs_OfARequestWithItsHeaders_AreReallyTaken()
    {
        // Guards the test above against a logger that hears nothing: a header that may be shown is.
        using var logs = new RecordedLogs();
        using ServiceProvider provider = CreateProvider(logs, new EchoingService(HttpStatusCode.OK, "{}"));

        _ = provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(TestContext.Current.CancellationToken);

        Assert.Contains(logs.Lines, line => line.Contains("/v1/users/retrieve", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains("x-oksign-authorization", StringComparison.OrdinalIgnoreCase));
    }

    private static ServiceProvider CreateProvider(RecordedLogs logs, HttpMessageHandler network)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services
            .AddOkSign(options =>
            {
                options.Credentials = new OkSignCredentials("987654", Token, "marketing");
                options.Retry.MaxRetries = 0;
            })
            .ConfigurePrimaryHttpMessageHandler(() => network);
        return services.BuildServiceProvider();
    }

    /// <summary>All that a program could print of a call: the result's text, or the exception with everything that hangs on it.</summary>
    private static async Task<string> OutcomeOf(Contract<OkSignClient> contract, OkSignClient client)
    {
        try
        {
            object? result = await contract.Call(client, TestContext.Current.CancellationToken);

            // The untyped answer of the first metadata version is the service's JSON by definition.
            return result switch
            {
                JsonElement => "",
                IEnumerable<object> list => string.Join(Environment.NewLine, list.Prepend(result)),
                _ => $"{result}",
            };
        }
        catch (OkSignException exception)
        {
            string reasons = exception is OkSignRejectedException rejected ? string.Join(Environment.NewLine, rejected.Reasons) : "";
            return $"{exception} {exception.ResponseBody} {reasons}";
        }
    }
}
