using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class OrganizationalTokenContracts
{
    private static readonly OrganizationalTokenSettings Settings = new()
    {
        CallbackUrl = new Uri("https://app.example.com/oksign/callback"),
        ReturnUrl = new Uri("https://app.example.com/done"),
        WebhookUrl = new Uri("https://app.example.com/oksign/webhook"),
    };

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Orgtokeninfo.update", "POST", "/v1/orgtokeninfo/update", async (client, token) =>
        {
            await client.OrganizationalToken.UpdateAsync(Settings, token);
            return null;
        })
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = """
                { "callbackURL": "https://app.example.com/oksign/callback", "returnURL": "https://app.example.com/done",
                  "webhookURL": "https://app.example.com/oksign/webhook" }
                """,
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
                Variant("the settings", """{ "status": "OK", "reason": { "callbackURL": "https://app.example.com/oksign/callback" } }""", Assert.Null),
                .. DocumentsContracts.WithoutContent(),
                Failure<OkSignRejectedException>("an address that it does not take", """{ "status": "FAILED", "reason": [ "callbackURL is not a valid URL" ] }"""),
            ],
        },
    ];
}
