using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class CreditsContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Credits.retrieve", "GET", "/v1/credits/retrieve", async (client, token) => await client.Credits.RetrieveAsync(token))
        {
            Answers =
            [
                Ok("""
                    { "status": "OK", "reason": { "quantity": 125, "validuntil": "2026-12-31T23:59:59+01:00", "subscription": "PRO", "paid": true,
                      "account_size": 10485760, "max_account_size": 1073741824 } }
                    """, Wire.Is<CreditBalance>(credits =>
                    {
                        Assert.Equal(125, credits.Quantity);
                        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.FromHours(1)), credits.ValidUntil);
                        Assert.Equal(("PRO", true), (credits.Subscription, credits.IsPaid));
                        Assert.Equal((10485760, 1073741824), (credits.UsedStorage, credits.MaxStorage));
                    })),
                Variant("without the envelope", """{ "quantity": 2.2, "extratime": { "duration": 3 } }""", Wire.Is<CreditBalance>(credits =>
                {
                    Assert.Equal(2.2m, credits.Quantity);
                    Assert.Equal("3", credits.ExtraTime?.Duration);
                })),
                Failure<OkSignUnexpectedContentException>("another object", """{ "error": "none of yours" }"""),
            ],
        },
    ];
}
