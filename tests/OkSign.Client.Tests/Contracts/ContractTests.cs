using WireMock.Server;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The client against WireMock.Net: every operation sends what its contract says, and makes of each answer what it says.</summary>
public sealed class ContractTests(ContractServer fixture) : IClassFixture<ContractServer>
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

        object? outcome = await contract.OutcomeAsync(client, TestContext.Current.CancellationToken);

        ContractRequest.AssertSent(
            contract,
            Assert.Single(server.LogEntries),
            "/services/rest",
            "application/json; charset=utf-8",
            "x-oksign-authorization",
            Authorization);
        answer.AssertOutcome(contract.Operation, outcome);
    }

    private static IEnumerable<ContractAnswer> AnswersOf(Contract<OkSignClient> contract) => contract.Answers.Concat(ContractAnswer.CommonFailures);
}
