using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Briefcases;

public class BriefcaseSigningTests
{
    [Fact]
    public async Task Sign_BriefcaseLink_SignsAllDocumentsAndTakesCreditsForEach()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaAndBertSign("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);
        string[] first = [await service.SignedIdAsync(docids[0]), await service.SignedIdAsync(docids[1])];
        await service.SignAsync(links[Descriptors.Bert]);

        string[] second = [await service.SignedIdAsync(docids[0]), await service.SignedIdAsync(docids[1])];
        Assert.Equal(first, second);
        foreach (string signed in first)
        {
            string words = TestPdf.WordsOf(await service.DownloadAsync(signed));
            Assert.Contains("Anna Example", words, StringComparison.Ordinal);
            Assert.Contains("Bert Example", words, StringComparison.Ordinal);
            Assert.Contains("Signed by Bert Example", TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", signed)).Body), StringComparison.Ordinal);
        }

        Assert.Equal(121, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_Itsme_FirstDocumentCostsMoreThanTheNext()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("itsme"), Descriptors.AnnaSigns("itsme"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(125 - 3.2m - 2.2m, service.Emulator.Credits);
        JsonElement[] rows = [.. (await SignedAsync(service)).EnumerateArray()];
        Assert.Equal(docids, rows.Select(row => row.GetProperty("source_docid").GetString()));
        Assert.Equal([3.2m, 2.2m], rows.Select(row => row.GetProperty("creditsinfo")[0].GetProperty("credits").GetDecimal()));
    }

    [Fact]
    public async Task Sign_TooFewCreditsForAll_SignsNone()
    {
        await using TestService service = await TestService.StartAsync(options => options.Credits = 5.3m);
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns(), Descriptors.AnnaSigns());
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "itsme" }));

        Assert.Equal("Signing with Itsme costs 5.4 credits and the account has 5.3 left.", error.Message);
        await AssertUnsignedAsync(service, docids, credits: 5.3m);

        // Neither the link nor the first itsme signature of the year is used up.
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "pen" });
        Assert.Equal(3.3m, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_OneDocumentOutOfTurn_SignsNone()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            Descriptors.AnnaAndBertSign("pen"),
            Descriptors.AnnaAndBertSign("pen").With("workflow", Descriptors.Workflow((Descriptors.Bert, 1), (Descriptors.Anna, 2))));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));

        Assert.Equal("It is not the turn of Anna Example: Bert Example signs first.", error.Message);
        await AssertUnsignedAsync(service, docids);
        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Sign_MissingValueOnTheLastDocument_SignsNone()
    {
        await using TestService service = await TestService.StartAsync();
        var city = Descriptors.Field("Text", "CITY", Descriptors.Anna).With("required", true);
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaFillsIn(city));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));

        Assert.Contains("\"CITY\" is required", error.Message, StringComparison.Ordinal);
        await AssertUnsignedAsync(service, docids);
    }

    [Fact]
    public async Task Sign_NoMethodInCommon_SignsNone()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("tan"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "pen" }));

        Assert.Contains("may not be signed with pen, only with: tan", error.Message, StringComparison.Ordinal);
        await AssertUnsignedAsync(service, docids);
    }

    [Fact]
    public async Task Sign_MethodNotNamed_IsTheFirstThatAllDocumentsAllow()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("tan", "pen"), Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);

        foreach (string docid in docids)
        {
            Assert.Contains("\"authMethod\":\"Pen\"", await MetadataAsync(service, docid), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sign_ValuesByName_GoToEveryDocumentThatTakesThem()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna)),
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna)),
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna).With("value", "Namur").With("readonly", true)),
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "STREET", Descriptors.Anna)));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(
            links[Descriptors.Anna], new SigningScript { Values = new Dictionary<string, string> { ["CITY"] = "Ghent", ["STREET"] = "Kouter" } });

        string[] metadata = [.. await Task.WhenAll(docids.Select(docid => MetadataAsync(service, docid)))];
        Assert.Equal(["Ghent", "Ghent", "Namur", "Kouter"], metadata.Select(OnlyValue));

        static string OnlyValue(string json) => JsonNode.Parse(json)!["fields"]!.AsArray()
            .Select(field => field!["metadata"]!["value"]!).OfType<JsonValue>().Single().GetValue<string>();
    }

    [Theory]
    [InlineData("NOWHERE", "no field \"NOWHERE\" to fill in")]
    [InlineData("CITY", "\"CITY\" is read-only")]
    public async Task Sign_ValueThatNoDocumentTakes_SignsNone(string name, string message)
    {
        await using TestService service = await TestService.StartAsync();
        var city = Descriptors.Field("Text", "CITY", Descriptors.Anna).With("value", "Namur").With("readonly", true);
        string[] docids = await service.DescribedAllAsync(
            Descriptors.AnnaFillsIn(city), Descriptors.AnnaFillsIn(city.DeepClone().AsObject()));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(links[Descriptors.Anna], new SigningScript { Values = new Dictionary<string, string> { [name] = "Ghent" } }));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        await AssertUnsignedAsync(service, docids);
    }

    [Fact]
    public async Task Sign_OneDocumentSignedByItsOwnLink_SignsTheOthers()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri own = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        string[] docids = [source, .. await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"))];
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.SignAsync(own);

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.True(await service.IsSignedAsync(docids[1]));
        Assert.Equal(123, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_AllDocumentsSignedByTheirOwnLinks_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri own = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(source));
        await service.SignAsync(own);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));

        Assert.Contains("nothing (left) to sign", error.Message, StringComparison.Ordinal);
        Assert.Equal(124, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_SignerWithASignatureOnOneDocumentOnly_SignsThatOne()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            Descriptors.Of([Descriptors.AnnaInfo(), Descriptors.BertInfo()], Descriptors.Signature("A", Descriptors.Anna, methods: ["pen"])),
            Descriptors.AnnaAndBertSign("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Bert]);

        Assert.False(await service.IsSignedAsync(docids[0]));
        Assert.True(await service.IsSignedAsync(docids[1]));
    }

    [Fact]
    public async Task Sign_ReusableDocumentTwice_WorksOnce()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen").With("reusable", true));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.SignAsync(links[Descriptors.Anna]);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        Answer page = await service.GetAsync(links[Descriptors.Anna].AbsolutePath);

        Assert.Equal("The signing link was used already.", error.Message);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Equal(124, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_TwoSignersAtTheSameTime_SignsAllDocumentsForBoth()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject[] descriptors = [.. Enumerable.Range(0, 4).Select(_ => Descriptors.AnnaAndBertSign("pen"))];
        string[] docids = await service.DescribedAllAsync(descriptors);
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await Task.WhenAll(links.Values.Select(link => service.SignAsync(link)));

        foreach (string docid in docids)
        {
            string words = TestPdf.WordsOf(await service.DownloadAsync(await service.SignedIdAsync(docid)));
            Assert.Contains("Anna Example", words, StringComparison.Ordinal);
            Assert.Contains("Bert Example", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sign_BriefcasesAndSessionsWithTheDocumentsInOtherOrders_DoNotBlockEachOther()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync([.. Enumerable.Range(0, 6).Select(_ => Descriptors.AnnaAndBertSign("pen"))]);
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        Uri session = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Bert, [.. docids.Reverse()]));

        await Task.WhenAll(service.SignAsync(links[Descriptors.Anna]), service.SignAsync(session))
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(125 - 12, service.Emulator.Credits);
        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task Sign_SameSignerManyTimesAtOnce_SignsOnce()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            Descriptors.AnnaSigns("pen").With("reusable", true), Descriptors.AnnaSigns("pen").With("reusable", true));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        Exception?[] errors = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => service.SignAsync(links[Descriptors.Anna])).AsTask()));

        Assert.Single(errors, error => error is null);
        Assert.Equal(123, service.Emulator.Credits);
    }

    [Fact]
    public async Task BriefcaseLink_Get_ShowsAllDocumentsOnOnePage()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna)).With("filename", "Contract <1>.pdf"),
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna)).With("filename", "Annex.pdf"),
            Descriptors.AnnaFillsIn(Descriptors.Field("Text", "STREET", Descriptors.Anna)));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids).With("packagename", "Hiring <pack>"));

        Answer answer = await service.GetAsync(links[Descriptors.Anna].AbsolutePath);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("<h1>Hiring &lt;pack&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<b>Contract &lt;1&gt;.pdf</b>, <b>Annex.pdf</b>, <b>contract.pdf</b>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("name=\"field:CITY\"").Length);
        Assert.Equal(2, page.Split("name=\"field:STREET\"").Length);
        Assert.Equal(2, page.Split("<form").Length);
        await service.SignAsync(links[Descriptors.Anna]);
        foreach (string docid in docids)
        {
            byte[] report = (await service.GetAsync("v1/audittrail/retrieve", await service.SignedIdAsync(docid))).Body;
            Assert.Contains("Signing link of Anna Example opened", TestPdf.WordsOf(report), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BriefcaseLink_EmptyPost_TellsEverySignedDocumentInOrder()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        Array.Reverse(docids);
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        JsonElement[] signed =
            [.. (await service.SendAsync(HttpMethod.Post, links[Descriptors.Anna].AbsolutePath)).Ok.EnumerateArray()];

        Assert.Equal(docids, signed.Select(row => row.GetProperty("source_docid").GetString()));
        foreach (JsonElement row in signed)
        {
            Assert.Equal(await service.SignedIdAsync(row.GetProperty("source_docid").GetString()!), row.GetProperty("signed_docid").GetString());
        }
    }

    [Fact]
    public async Task BriefcaseLink_PostedForm_SignsAndAnswersAPage()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        using var form = new FormUrlEncodedContent([new("method", "")]);

        Answer answer = await service.SendAsync(HttpMethod.Post, links[Descriptors.Anna].AbsolutePath, null, form);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Contains(await service.SignedIdAsync(docids[0]), page, StringComparison.Ordinal);
        Assert.Contains(await service.SignedIdAsync(docids[1]), page, StringComparison.Ordinal);
    }

    private static async Task AssertUnsignedAsync(TestService service, string[] docids, decimal credits = 125)
    {
        foreach (string docid in docids)
        {
            Assert.False(await service.IsSignedAsync(docid));
        }

        Assert.Equal(credits, service.Emulator.Credits);
    }

    private static async Task<string> MetadataAsync(TestService service, string source)
        => (await service.GetAsync("v2/metadata/retrieve", await service.SignedIdAsync(source))).Ok.GetRawText();

    private static async Task<JsonElement> SignedAsync(TestService service)
        => (await service.GetAsync(
            "v1/documents/signed",
            null,
            ("x-oksign-starttime", "2026-03-01T00:00:00Z"),
            ("x-oksign-endtime", "2027-03-01T00:00:00Z"))).Ok;
}
