using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.OkDokument.Contracts;

internal static class UsageContracts
{
    public static IReadOnlyList<Contract<OkDokumentClient>> All { get; } =
    [
        new("OkDokument.Counter", "GET", "/JSON/counter", async (client, token) => await client.Usage.RetrieveAsync(token))
        {
            Answers =
            [
                Ok("""
                    { "actual": { "acme.storedFiles": "12", "acme.deleted.f": "30", "acme.usedSignatureRequests": "42", "acme.downloaded": "31",
                        "acme.availableSignatureRequests": "58" },
                      "downloaded": { "2026.3.acme": "9" }, "files": { "2026.3.acme": "11" }, "deleted.f": { "2026.3.acme": "7" },
                      "signatureRequests": { "2026.3.acme": "10" } }
                    """, Wire.Is<UsageCounters>(usage =>
                    {
                        Assert.Equal("acme", usage.Account);
                        Assert.Equal((12, 30, 42, 31, 58), (usage.StoredFiles, usage.DeletedFiles, usage.UsedSignatureRequests, usage.Downloads, usage.AvailableSignatureRequests));
                        Assert.Equal([new MonthlyUsage(2026, 3) { Downloads = 9, UploadedFiles = 11, DeletedFiles = 7, SignatureRequests = 10 }], usage.Months);
                        Assert.Empty(usage.AdditionalMembers);
                    })),
                Variant("numbers", """{ "actual": { "acme.availableSignatureRequests": 58 }, "more": {} }""", Wire.Is<UsageCounters>(usage =>
                {
                    Assert.Equal((58, null), (usage.AvailableSignatureRequests, usage.StoredFiles));
                    Assert.True(usage.AdditionalMembers.ContainsKey("more"));
                })),
                Variant("nothing", "{}", Wire.Is<UsageCounters>(usage => Assert.Equal((null, null, 0), (usage.Account, usage.AvailableSignatureRequests, usage.Months.Count)))),
                Failure<OkSignUnexpectedContentException>("a list", "[]"),
                .. Failures.OfAll,
                .. Failures.OfAResult,
            ],
        },
    ];
}
