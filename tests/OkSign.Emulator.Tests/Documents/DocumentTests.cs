using System.Net;
using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Documents;

public class DocumentTests
{
    [Fact]
    public async Task Exists_SourceDocument_TellsItsName()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        JsonElement reason = (await service.GetAsync("v1/document/exists", docid)).Ok;

        Assert.Equal("contract.pdf", reason.GetProperty("filename").GetString());
        Assert.False(reason.GetProperty("template").GetBoolean());
    }

    [Fact]
    public async Task Exists_DescriptorGaveAnotherName_TellsThatOne()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor["filename"] = "Überlassungsvertrag.pdf";
        (string source, string signed) = await service.SignedByAnnaAsync(descriptor);

        foreach (string docid in new[] { source, signed })
        {
            JsonElement reason = (await service.GetAsync("v1/document/exists", docid)).Ok;
            Assert.Equal("Überlassungsvertrag.pdf", reason.GetProperty("filename").GetString());
        }
    }

    [Theory]
    [InlineData("GET", "v1/document/exists")]
    [InlineData("GET", "v1/document/retrieve")]
    [InlineData("DELETE", "v1/document/remove")]
    [InlineData("GET", "v1/formdesc/retrieve")]
    [InlineData("GET", "v1/metadata/retrieve")]
    [InlineData("GET", "v2/metadata/retrieve")]
    [InlineData("GET", "v1/audittrail/retrieve")]
    public async Task EveryDocumentOperation_UnknownDocid_IsRefusedWithHttp200(string method, string path)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), path, "123456-00000000-0000-0000-0000-000000000000");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("Document does not exist", answer.Problems);
    }

    [Theory]
    [InlineData("GET", "v1/document/exists")]
    [InlineData("GET", "v1/document/retrieve")]
    [InlineData("DELETE", "v1/document/remove")]
    [InlineData("GET", "v1/linkedlist/retrieve")]
    [InlineData("GET", "v1/formdesc/retrieve")]
    [InlineData("GET", "v2/metadata/retrieve")]
    [InlineData("GET", "v1/audittrail/retrieve")]
    public async Task EveryDocumentOperation_NoDocid_IsRefused(string method, string path)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), path);

        Assert.Equal("The header x-oksign-docid is missing", answer.Problems);
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("../../etc/passwd")]
    [InlineData("\u00E9\u00FF")]
    [InlineData("123456-\"{}\"")]
    public async Task Exists_OddDocid_DoesNotExist(string docid)
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator, RawHttp.Head(service.Emulator, "GET", "v1/document/exists") + $"x-oksign-docid: {docid}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("Document does not exist", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exists_TwoDocids_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator,
            RawHttp.Head(service.Emulator, "GET", "v1/document/exists") + "x-oksign-docid: a\r\nx-oksign-docid: b\r\n\r\n");

        Assert.Contains("more than once", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieve_SourceDocid_GivesTheUploadedBytes()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        string docid = await service.UploadAsync(pdf);

        Answer answer = await service.GetAsync("v1/document/retrieve", docid);

        Assert.Equal("application/pdf", answer.MediaType);
        Assert.Equal(pdf.Length, answer.Response.Content.Headers.ContentLength);
        Assert.Equal(pdf, answer.Body);
    }

    [Fact]
    public async Task Retrieve_SignedDocid_GivesTheSignedCopy()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();

        Assert.DoesNotContain("Anna Example", TestPdf.WordsOf(await service.DownloadAsync(source)), StringComparison.Ordinal);
        Assert.Contains("Anna Example", TestPdf.WordsOf(await service.DownloadAsync(signed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_SourceDocid_RemovesTheSignedCopyToo()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();

        Answer removed = await service.SendAsync(HttpMethod.Delete, "v1/document/remove", source);

        Assert.Equal("", removed.Ok.GetString());
        Assert.Equal("Document does not exist", (await service.GetAsync("v1/document/exists", source)).Problems);
        Assert.Equal("Document does not exist", (await service.GetAsync("v1/document/exists", signed)).Problems);
    }

    [Fact]
    public async Task Remove_SignedDocid_LeavesTheSource()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();

        Answer removed = await service.SendAsync(HttpMethod.Delete, "v1/document/remove", signed);

        Assert.Equal("OK", removed.Status);
        Assert.Equal("Document does not exist", (await service.GetAsync("v1/document/exists", signed)).Problems);
        Assert.Equal("OK", (await service.GetAsync("v1/document/exists", source)).Status);
        Assert.False((await service.GetAsync("v1/linkedlist/retrieve", source)).Ok.TryGetProperty("signed_docid", out _));
    }

    [Fact]
    public async Task Remove_SoonAfterASignature_IsTooSoonUntilTheTimeHasPassed()
    {
        await using TestService service = await TestService.StartAsync(options => options.TooSoonAfterSigning = TimeSpan.FromMinutes(1));
        (string source, string signed) = await service.SignedByAnnaAsync();

        service.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("Too soon, please retry later", (await service.SendAsync(HttpMethod.Delete, "v1/document/remove", source)).Problems);
        Assert.Equal("Too soon, please retry later", (await service.SendAsync(HttpMethod.Delete, "v1/document/remove", signed)).Problems);

        service.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("OK", (await service.SendAsync(HttpMethod.Delete, "v1/document/remove", source)).Status);
    }
}
