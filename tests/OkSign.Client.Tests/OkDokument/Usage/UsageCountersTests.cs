using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.Usage;

public class UsageCountersTests
{
    [Theory]
    [InlineData("acme")]
    [InlineData("acme.sk")]
    [InlineData("a.storedFiles.b")]
    [InlineData("deleted.f")]
    [InlineData("7")]
    public void Counters_AnyAccountName_AreReadFromTheirEnd(string account)
    {
        UsageCounters usage = Read($$"""
            { "actual": { "{{account}}.storedFiles": "12", "{{account}}.deleted.f": "30", "{{account}}.usedSignatureRequests": "42", "{{account}}.downloaded": "31",
              "{{account}}.availableSignatureRequests": "58" } }
            """);

        Assert.Equal(account, usage.Account);
        Assert.Equal((12, 30, 42, 31, 58), (usage.StoredFiles, usage.DeletedFiles, usage.UsedSignatureRequests, usage.Downloads, usage.AvailableSignatureRequests));
    }

    [Fact]
    public void Counters_OddKeysAndValues_AreKeptAndReadAsNone()
    {
        UsageCounters usage = Read("""{ "actual": { "storedFiles": "1", "acme.storedFilesX": "2", "acme.downloaded": "many", "acme.usedSignatureRequests": "-3", "": "4" } }""");

        Assert.Equal((null, null, -3), (usage.StoredFiles, usage.Downloads, usage.UsedSignatureRequests));
        Assert.Equal(5, usage.Actual!.Count);
    }

    [Fact]
    public void Months_OfSeveralGroups_AreOneEachAndInOrder()
    {
        UsageCounters usage = Read("""
            { "downloaded": { "2026.3.acme.sk": "9", "2025.12.acme.sk": "1" }, "files": { "2026.3.acme.sk": "11", "2026.10.acme.sk": "2" },
              "deleted.f": { "2026.2.acme.sk": 7 }, "signatureRequests": { "2026.3.acme.sk": "none" } }
            """);

        Assert.Equal(
            [
                new MonthlyUsage(2025, 12) { Downloads = 1 },
                new MonthlyUsage(2026, 2) { DeletedFiles = 7 },
                new MonthlyUsage(2026, 3) { Downloads = 9, UploadedFiles = 11 },
                new MonthlyUsage(2026, 10) { UploadedFiles = 2 },
            ],
            usage.Months);
    }

    [Theory]
    [InlineData("2026.0.acme")]
    [InlineData("2026.13.acme")]
    [InlineData("2026")]
    [InlineData("")]
    [InlineData("acme.2026.3")]
    [InlineData("+2026.3.acme")]
    [InlineData("99999999999.3.acme")]
    public void Months_KeyThatIsNone_IsLeftOut(string key) => Assert.Empty(Read($$"""{ "files": { "{{key}}": "1" } }""").Months);

    [Fact]
    public void Counters_Nothing_IsNone()
    {
        var usage = new UsageCounters();

        Assert.Equal((null, null, null), (usage.Account, usage.AvailableSignatureRequests, usage.Actual));
        Assert.Empty(usage.Months);
        Assert.Equal(nameof(UsageCounters), usage.ToString());
    }

    private static UsageCounters Read(string json) => WireJson.Read(json, UsageJson.Shared.UsageCounters);
}
