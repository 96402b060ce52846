using System.Text;
using System.Text.Json.Nodes;
using WireMock.Logging;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The client against WireMock.Net: every operation sends what its contract says, and makes of each answer what it says.</summary>
public sealed class ContractTests(ContractTests.Server fixture) : IClassFixture<ContractTests.Server>
{
    private const string Authorization = "123456;123456-00000000-0000-4000-8000-000000000001;marketing";

    public static TheoryData<string, string> OperationsAndAnswers()
    {
        var data = new TheoryData<string, string>();
        foreach (Contract<OkSignClient> contract in ContractTable.All)
        {
            foreach (ContractAnswer answer in AnswersOf(contract))
            {
                data.Add(contract.Operation, answer.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OperationsAndAnswers))]
    public async Task Call_EachAnswer_SendsTheRequestAndGivesTheResult(string operation, string answerName)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        ContractAnswer answer = AnswersOf(contract).Single(candidate => candidate.Name == answerName);
        WireMockServer server = fixture.AnsweringWith(answer);
        await using var client = OkSignClient.Create(OkSignCredentials.Parse(Authorization), options =>
        {
            options.BaseAddress = new Uri($"{server.Url}/services/rest");
            options.Retry.MaxRetries = 0;
        });

        object? outcome = await OutcomeOf(contract, client);

        AssertRequest(contract, Assert.Single(server.LogEntries));
        if (answer.Exception is { } expected)
        {
            OkSignException exception = Assert.IsType<OkSignException>(outcome, exactMatch: false);
            Assert.IsType(expected, exception);
            Assert.Equal(contract.Operation, exception.Operation);
            Assert.Equal(answer.Status, (int?)exception.StatusCode);
            Assert.Equal(1, exception.Attempts);
        }
        else
        {
            answer.Verify!(outcome);
        }
    }

    private static IEnumerable<ContractAnswer> AnswersOf(Contract<OkSignClient> contract) => contract.Answers.Concat(ContractAnswer.CommonFailures);

    private static async Task<object?> OutcomeOf(Contract<OkSignClient> contract, OkSignClient client)
    {
        try
        {
            return await contract.Call(client, TestContext.Current.CancellationToken);
        }
        catch (OkSignException exception)
        {
            return exception;
        }
    }

    private static void AssertRequest(Contract<OkSignClient> contract, ILogEntry entry)
    {
        var request = entry.RequestMessage!;
        Assert.Equal(contract.Method, request.Method);
        Assert.Equal("/services/rest" + contract.Path, request.Path);
        Assert.True(request.Query is null or { Count: 0 }, "Nothing belongs in the query.");

        Dictionary<string, string> sent = request.Headers!.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Authorization, sent["x-oksign-authorization"]);
        Assert.Equal("application/json; charset=utf-8", sent["accept"]);
        Assert.All(contract.Headers, header => Assert.Equal(header.Value, sent[header.Key]));
        string[] known = ["x-oksign-authorization", "accept", "host", "content-length", .. contract.Headers.Keys];
        Assert.Empty(sent.Keys.Except(known, StringComparer.OrdinalIgnoreCase));

        byte[] body = request.BodyAsBytes ?? [];
        if (contract.JsonBody is { } json)
        {
            AssertJson(json, Encoding.UTF8.GetString(body));
        }
        else
        {
            Assert.Equal(contract.Body ?? [], body);
        }
    }

    private static void AssertJson(string expected, string actual)
        => Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            $"Expected {expected}{Environment.NewLine}but was {actual}");

    /// <summary>One server for the class; every test gives it its one answer.</summary>
    public sealed class Server : IDisposable
    {
        private readonly WireMockServer _server = WireMockServer.Start();

        public WireMockServer AnsweringWith(ContractAnswer answer)
        {
            _server.Reset();
            _server
                .Given(Request.Create().UsingAnyMethod())
                .RespondWith(Response.Create()
                    .WithStatusCode(answer.Status)
                    .WithHeader("content-type", answer.ContentType)
                    .WithBody(answer.Body));
            return _server;
        }

        public void Dispose() => _server.Dispose();
    }
}
