using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class ReusableDocumentTests
{
    [Fact]
    public async Task Sign_RoundsOfTwoSigners_MakeACopyForEachWithItsOwnValues()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await DescribedAsync(service);

        string first = await SignRoundAsync(service, source, links, "Ghent");
        service.Time.Advance(TimeSpan.FromMinutes(1));
        string second = await SignRoundAsync(service, source, links, "Namur");

        Assert.NotEqual(first, second);
        foreach ((string signed, string city, string other) in new[] { (first, "Ghent", "Namur"), (second, "Namur", "Ghent") })
        {
            JsonElement metadata = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok;
            Assert.Equal(2, metadata.GetProperty("nbrOfSigaturesValid").GetInt32());
            Assert.Contains(city, metadata.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(other, metadata.GetRawText(), StringComparison.Ordinal);
            string words = TestPdf.WordsOf(await service.DownloadAsync(signed));
            Assert.Contains(city, words, StringComparison.Ordinal);
            Assert.DoesNotContain(other, words, StringComparison.Ordinal);
            Assert.Equal(source, (await service.GetAsync("v1/linkedlist/retrieve", signed)).Ok.GetProperty("source_docid").GetString());
        }
    }

    [Fact]
    public async Task AuditTrail_OfARound_TellsOfThatRoundOnly()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await DescribedAsync(service);
        string first = await SignRoundAsync(service, source, links, "Ghent");
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.GetAsync(links[Descriptors.Anna].AbsolutePath);
        string second = await SignRoundAsync(service, source, links, "Namur");

        string ofFirst = TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", first)).Body);
        string ofSecond = TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", second)).Body);

        Assert.DoesNotContain("2026-03-02", ofFirst, StringComparison.Ordinal);
        Assert.Contains("opened from", ofSecond, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghent", ofSecond, StringComparison.Ordinal);
        Assert.Equal(3, ofSecond.Split("Signed by").Length);
    }

    [Fact]
    public async Task Active_InEveryRound_HasStatus12AndTheCopyOfTheRound()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await DescribedAsync(service);
        string first = await SignRoundAsync(service, source, links, "Ghent");

        JsonElement between = (await service.ActiveAsync())[source];
        await service.SignAsync(links[Descriptors.Bert]);
        JsonElement during = (await service.ActiveAsync())[source];

        Assert.All([between, during], row => Assert.Equal(12, row.GetProperty("status").GetInt32()));
        Assert.False(between.TryGetProperty("signed_docid", out _));
        Assert.Equal(0, between.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.NotEqual(first, during.GetProperty("signed_docid").GetString());
        Assert.Equal(await service.SignedIdAsync(source), during.GetProperty("signed_docid").GetString());
        Assert.Equal(1, during.GetProperty("nbrOfSigaturesValid").GetInt32());
    }

    [Fact]
    public async Task Sign_SameSignerBeforeTheRoundIsOver_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await DescribedAsync(service);
        await service.SignAsync(links[Descriptors.Bert]);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));

        Assert.Contains("has signed this document already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_WorkflowInEveryRound_IsKept()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await DescribedAsync(
            service, Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2)));
        await SignRoundAsync(service, source, links, "Ghent");

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));

        Assert.Contains("not the turn", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_CopyOfAnUnfinishedRoundRemoved_BeginsANewRound()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await DescribedAsync(service);
        await service.SignAsync(links[Descriptors.Bert]);
        string removed = await service.SignedIdAsync(source);
        await service.DeleteAsync("v1/document/remove", removed);

        await service.SignAsync(links[Descriptors.Bert]);

        Assert.NotEqual(removed, await service.SignedIdAsync(source));
    }

    [Fact]
    public async Task Sign_ManyAtOnce_MakesACopyForEach()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen").With("reusable", true)))[Descriptors.Anna];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.SignAsync(link)));

        JsonElement rows = (await service.GetAsync(
            "v1/documents/signed", null, ("x-oksign-starttime", "2026-03-01T00:00:00Z"), ("x-oksign-endtime", "2026-03-02T00:00:00Z"))).Ok;
        Assert.Equal(8, rows.EnumerateArray().Select(row => row.GetProperty("signed_docid").GetString()).Distinct().Count());
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(1, row.GetProperty("nbrOfSigaturesValid").GetInt32()));
    }

    /// <summary>Anna, who fills in her city, and Bert sign a reusable document.</summary>
    private static async Task<(string Source, Dictionary<string, Uri> Links)> DescribedAsync(TestService service, JsonArray? workflow = null)
    {
        var descriptor = Descriptors.AnnaAndBertSign("pen").With("reusable", true);
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Text", "CITY", Descriptors.Anna));
        if (workflow is not null)
        {
            descriptor["workflow"] = workflow;
        }

        string source = await service.UploadAsync();
        return (source, await service.DescribeAsync(source, descriptor));
    }

    private static async Task<string> SignRoundAsync(TestService service, string source, Dictionary<string, Uri> links, string city)
    {
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Values = new Dictionary<string, string> { ["CITY"] = city } });
        await service.SignAsync(links[Descriptors.Bert]);
        return await service.SignedIdAsync(source);
    }
}
