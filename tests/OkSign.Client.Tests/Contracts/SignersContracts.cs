using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class SignersContracts
{
    private const string Calculated = "bt_00000000-0000-0000-0000-0000000-0123456789AB";

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Signerid.calculate", "POST", "/v1/signerid/calculate",
            async (client, token) => await client.Signers.CalculateIdAsync("Anna Example", "anna@example.com", token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = """{ "name": "Anna Example", "email": "anna@example.com" }""",
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": "{{Calculated}}" }""", result => Assert.Equal(new SignerId(Calculated), result)),
                Failure<OkSignUnexpectedContentException>("empty id", """{ "status": "OK", "reason": "" }"""),
                Failure<OkSignUnexpectedContentException>("no id", """{ "status": "OK" }"""),
                Failure<OkSignUnexpectedContentException>("an object for an id", """{ "status": "OK", "reason": { "signerid": "bt_1" } }"""),
                Failure<OkSignUnexpectedContentException>("a sentence for an id", """{ "status": "OK", "reason": "No such service" }"""),
            ],
        },
    ];
}
