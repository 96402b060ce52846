using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using WireMock.Server;

namespace OkSign.Client.Tests.OkDokument.Contracts;

/// <summary>The client of OKdokument against WireMock.Net: every call sends what its contract says, and makes of each answer what it says.</summary>
public sealed class OkDokumentContractTests(ContractServer fixture) : IClassFixture<ContractServer>
{
    public static TheoryData<string, string> CallsAndAnswers() => OkDokumentContractTable.CallsAndAnswers();

    [Theory]
    [MemberData(nameof(CallsAndAnswers))]
    public async Task Call_EachAnswer_SendsTheRequestAndGivesTheResult(string call, string answerName)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        ContractAnswer answer = contract.Answers.Single(candidate => candidate.Name == answerName);
        WireMockServer server = fixture.AnsweringWith(answer);
        await using var client = OkDokumentClient.Create(Dokument.ApiKey, options =>
        {
            options.BaseAddress = new Uri(server.Url!);
            options.Retry.MaxRetries = 0;
        });

        object? outcome = await contract.OutcomeAsync(client, TestContext.Current.CancellationToken);

        ContractRequest.AssertSent(contract, Assert.Single(server.LogEntries), basePath: "", "*/*", "x-api-key", Dokument.ApiKeyText);
        answer.AssertOutcome(contract.Operation, outcome);
    }
}
