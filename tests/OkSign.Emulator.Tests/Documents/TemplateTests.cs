using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Documents;

public class TemplateTests
{
    [Fact]
    public async Task AddTemplate_Pdf_IsATemplateByItsName()
    {
        await using TestService service = await TestService.StartAsync();

        string template = service.Emulator.AddTemplate("Überlassung.pdf", TestPdf.OnePage());

        Assert.Matches("^123456-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", template);
        JsonElement existing = (await service.GetAsync("v1/document/exists", template)).Ok;
        Assert.Equal("Überlassung.pdf", existing.GetProperty("filename").GetString());
        Assert.True(existing.GetProperty("template").GetBoolean());
    }

    [Fact]
    public async Task Upload_AnyDocument_IsNoTemplate()
    {
        await using TestService service = await TestService.StartAsync();

        JsonElement existing = (await service.GetAsync("v1/document/exists", await service.UploadAsync())).Ok;

        Assert.False(existing.GetProperty("template").GetBoolean());
    }

    [Fact]
    public async Task AddTemplate_ArrayChangedAfterwards_KeepsTheFile()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        byte[] original = [.. pdf];
        string template = service.Emulator.AddTemplate("a.pdf", pdf);

        Array.Clear(pdf);

        Assert.Equal(original, await service.DownloadAsync(template));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.docx")]
    [InlineData("folder/a.pdf")]
    public async Task AddTemplate_BadName_Throws(string fileName)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentException>(() => service.Emulator.AddTemplate(fileName, TestPdf.OnePage()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK and so on")]
    [InlineData("%PDF-1.7 and nothing else")]
    public async Task AddTemplate_NotAPdf_Throws(string content)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentException>(() => service.Emulator.AddTemplate("a.pdf", System.Text.Encoding.ASCII.GetBytes(content)));
    }

    [Fact]
    public async Task AddTemplate_Null_Throws()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentNullException>(() => service.Emulator.AddTemplate(null!, []));
        Assert.Throws<ArgumentNullException>(() => service.Emulator.AddTemplate("a.pdf", null!));
    }

    [Fact]
    public async Task Active_Template_HasStatus14AndDidNotComeByTheApi()
    {
        await using TestService service = await TestService.StartAsync();
        string template = service.Emulator.AddTemplate("a.pdf", TestPdf.OnePage());

        JsonElement row = (await service.ActiveAsync())[template];

        Assert.Equal(14, row.GetProperty("status").GetInt32());
        Assert.False(row.GetProperty("viaapi").GetBoolean());
        Assert.False(row.GetProperty("reusable").GetBoolean());
        Assert.False(row.TryGetProperty("orgtoken", out _));
    }

    [Fact]
    public async Task Sign_DescribedTemplate_MakesACopyForEachRoundAndStaysATemplate()
    {
        await using TestService service = await TestService.StartAsync();
        string template = service.Emulator.AddTemplate("a.pdf", TestPdf.OnePage());
        Uri link = (await service.DescribeAsync(template, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        await service.SignAsync(link);
        string first = await service.SignedIdAsync(template);
        await service.SignAsync(link);
        string second = await service.SignedIdAsync(template);

        Assert.NotEqual(first, second);
        JsonElement row = (await service.ActiveAsync())[template];
        Assert.Equal(14, row.GetProperty("status").GetInt32());
        Assert.True(row.GetProperty("reusable").GetBoolean());
        Assert.True((await service.GetAsync("v1/document/exists", template)).Ok.GetProperty("template").GetBoolean());
        Assert.False((await service.GetAsync("v1/document/exists", first)).Ok.GetProperty("template").GetBoolean());
    }

    [Fact]
    public async Task Bundles_TemplateWithoutDescriptor_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        string template = service.Emulator.AddTemplate("a.pdf", TestPdf.OnePage());

        Answer briefcase = await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(template));
        Answer session = await service.TryCreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, template));

        Assert.Contains("has no form descriptor", briefcase.Problems, StringComparison.Ordinal);
        Assert.Contains("has no form descriptor", session.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_Template_IsNotListed()
    {
        await using TestService service = await TestService.StartAsync();
        string template = service.Emulator.AddTemplate("a.pdf", TestPdf.OnePage());
        await service.SignAsync((await service.DescribeAsync(template, Descriptors.AnnaSigns("pen")))[Descriptors.Anna]);
        (string source, _) = await service.SignedByAnnaAsync();

        JsonElement rows = (await service.GetAsync(
            "v1/documents/signed", null, ("x-oksign-starttime", "2026-03-01T00:00:00Z"), ("x-oksign-endtime", "2026-03-02T00:00:00Z"))).Ok;

        Assert.Equal(source, Assert.Single(rows.EnumerateArray()).GetProperty("source_docid").GetString());
    }
}
