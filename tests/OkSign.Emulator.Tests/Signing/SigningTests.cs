using System.Net;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class SigningTests
{
    [Fact]
    public async Task Sign_SecondSigner_KeepsTheSignedDocid()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);
        string first = await service.SignedIdAsync(source);

        await service.SignAsync(links[Descriptors.Bert]);

        Assert.Equal(first, await service.SignedIdAsync(source));
        string words = TestPdf.WordsOf(await service.DownloadAsync(first));
        Assert.Contains("Anna Example", words, StringComparison.Ordinal);
        Assert.Contains("Bert Example", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "TAN")]
    [InlineData("pen", "Pen")]
    [InlineData("PEN", "Pen")]
    [InlineData("Smart-ID", "Smart-ID")]
    [InlineData("smartid", "Smart-ID")]
    public async Task Sign_Method_IsTheOneAskedForOrTheFirstAllowed(string? method, string label)
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(
            Descriptors.AnnaSigns("tan", "pen", "smartid"), new SigningScript { Method = method });

        string metadata = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetRawText();
        Assert.Contains($"\"authMethod\":\"{label}\"", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_WithoutSigningOptions_AllowsEveryMethod()
    {
        await using TestService service = await TestService.StartAsync();
        foreach (string method in new[] { "eid", "itsme", "tan", "pen", "smartid" })
        {
            (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns(), new SigningScript { Method = method });
            Assert.NotEmpty(signed);
        }
    }

    [Theory]
    [InlineData("itsme", "\"SIG_ANNA\" may not be signed with itsme, only with: pen")]
    [InlineData("fax", "no signing method \"fax\"")]
    public async Task Sign_MethodNotAllowed_Throws(string method, string message)
        => await AssertRefusedAsync(Descriptors.AnnaSigns("pen"), new SigningScript { Method = method }, message);

    [Fact]
    public async Task Sign_TanWithoutAMobileNumber_Throws()
    {
        var descriptor = Descriptors.AnnaSigns("tan");
        descriptor.FirstSigner()["mobile"] = "";

        await AssertRefusedAsync(descriptor, new SigningScript(), "needs a mobile number");
    }

    [Fact]
    public async Task Sign_Twice_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));

        Assert.Equal("Anna Example has signed this document already.", error.Message);
    }

    [Fact]
    public async Task Sign_OutOfTurn_ThrowsUntilTheOthersHaveSigned()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 2), (Descriptors.Bert, 1));
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), descriptor);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));

        Assert.Equal("It is not the turn of Anna Example: Bert Example signs first.", error.Message);
        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Sign_SameSequence_InAnyOrder()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 1));
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), descriptor);

        await service.SignAsync(links[Descriptors.Bert]);
        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Sign_RemovedDocument_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        await service.SendAsync(HttpMethod.Delete, "v1/document/remove", source);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link));
    }

    [Fact]
    public async Task Sign_RemovedSignedCopy_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SendAsync(HttpMethod.Delete, "v1/document/remove", await service.SignedIdAsync(source));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));

        Assert.Contains("removed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_SignerWithoutAField_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor["signersinfo"]!.AsArray().Add(Descriptors.BertInfo());
        Dictionary<string, Uri> links = await service.DescribeAsync(await service.UploadAsync(), descriptor);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));

        Assert.Contains("nothing to sign or fill in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ReusableDocument_MakesACopyForEachRound()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor["reusable"] = true;
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];

        await service.SignAsync(link);
        string first = await service.SignedIdAsync(source);
        await service.SignAsync(link);
        string second = await service.SignedIdAsync(source);

        Assert.NotEqual(first, second);
        Assert.Equal("OK", (await service.GetAsync("v1/document/exists", first)).Status);
    }

    [Fact]
    public async Task Sign_TwoAtTheSameTime_SignsBoth()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));

        await Task.WhenAll(links.Values.Select(link => service.SignAsync(link)));

        string words = TestPdf.WordsOf(await service.DownloadAsync(await service.SignedIdAsync(source)));
        Assert.Contains("Anna Example", words, StringComparison.Ordinal);
        Assert.Contains("Bert Example", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_SameSignerManyTimesAtOnce_SignsOnce()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        Task[] signings = [.. Enumerable.Range(0, 8).Select(_ => service.SignAsync(link))];
        foreach (Task signing in signings)
        {
            await Record.ExceptionAsync(() => signing);
        }

        Assert.Equal(1, signings.Count(signing => signing.IsCompletedSuccessfully));
        Assert.Equal(124, service.Emulator.Credits);
    }

    [Theory]
    [InlineData("https://www.oksign.be/sign/ABC")]
    [InlineData("/sign/ABC")]
    public async Task Signer_LinkOfAnotherServer_Throws(string link)
    {
        await using TestService service = await TestService.StartAsync();

        Exception? error = Record.Exception(() => service.Emulator.Signer(new Uri(link, UriKind.RelativeOrAbsolute)));

        Assert.IsType<ArgumentException>(error);
    }

    [Fact]
    public async Task SigningLink_Get_ShowsWhoSignsWhatAndEncodesIt()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaFillsIn(Descriptors.Field("Text", "\"><b>", Descriptors.Anna));
        descriptor.FirstSigner()["name"] = "<script>alert(1)</script>";
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), descriptor))[Descriptors.Anna];

        Answer answer = await service.GetAsync(link.AbsolutePath);

        string page = System.Text.Encoding.UTF8.GetString(answer.Body);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("contract.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningLink_EmptyPost_Signs()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        Answer answer = await service.SendAsync(HttpMethod.Post, link.AbsolutePath);

        Assert.Equal(source, answer.Ok.GetProperty("source_docid").GetString());
        Assert.Equal(await service.SignedIdAsync(source), answer.Ok.GetProperty("signed_docid").GetString());
    }

    [Fact]
    public async Task SigningLink_PostedScript_IsFollowed()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns("pen", "tan");
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Checkbox", "AGREE", Descriptors.Anna));
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];

        Answer answer = await service.PostJsonAsync(
            link.AbsolutePath, "", """{"method": "tan", "mobile": "+32470000088", "values": {"AGREE": true}}""");

        string signed = answer.Ok.GetProperty("signed_docid").GetString()!;
        string metadata = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetRawText();
        Assert.Contains("+32470000088", metadata, StringComparison.Ordinal);
        Assert.Contains("{\"value\":\"true\"}", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningLink_PostedForm_SignsAndAnswersAPage()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        var descriptor = Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna));
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];
        using var form = new FormUrlEncodedContent([new("method", ""), new("field:CITY", "Ghent & more")]);

        Answer answer = await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);

        Assert.Equal("text/html", answer.MediaType);
        string words = TestPdf.WordsOf(await service.DownloadAsync(await service.SignedIdAsync(source)));
        Assert.Contains("Ghent & more", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningLink_PostThatCannotSign_IsRefusedWithTheReason()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        Answer answer = await service.PostJsonAsync(link.AbsolutePath, "", """{"method": "itsme"}""");

        Assert.Contains("may not be signed with itsme", answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task SigningLink_UnknownToken_Is404(string method)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), "/sign/0123");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>Nothing must change: no signed copy, no credits taken.</summary>
    private static async Task AssertRefusedAsync(JsonObject descriptor, SigningScript script, string message)
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link, script));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False((await service.GetAsync("v1/linkedlist/retrieve", source)).Ok.TryGetProperty("signed_docid", out _));
        Assert.Equal(125, service.Emulator.Credits);
    }
}
