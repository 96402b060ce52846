using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class SigningPageTests
{
    [Fact]
    public async Task Document_OfALink_IsTheSourceAndThenTheSignedCopy()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaAndBertSign("pen"));
        string path = $"{links[Descriptors.Bert].AbsolutePath}/documents/{source}";

        Answer before = await service.GetAsync(path);
        await service.SignAsync(links[Descriptors.Anna]);
        Answer after = await service.GetAsync(path);

        Assert.Equal((TestService.Pdf, "no-store"), (before.MediaType, before.Response.Headers.CacheControl?.ToString()));
        Assert.Equal(["no-referrer"], before.Response.Headers.GetValues("Referrer-Policy"));
        Assert.DoesNotContain("Anna Example", TestPdf.WordsOf(before.Body), StringComparison.Ordinal);
        Assert.Contains("Anna Example", TestPdf.WordsOf(after.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_OfAnotherLink_Is404()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));
        (string other, _) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        Answer foreign = await service.GetAsync($"{links[Descriptors.Anna].AbsolutePath}/documents/{other}");
        Answer unknown = await service.GetAsync($"/sign/0123/documents/{other}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task Document_OfALinkThatWasUsed_Is404()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.SignAsync(links[Descriptors.Anna]);

        Answer answer = await service.GetAsync($"{links[Descriptors.Anna].AbsolutePath}/documents/{docids[0]}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_Field_TellsItsPlaceAndWhatItTakes()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject field = Descriptors.Field("Text", "IBAN", Descriptors.Anna);
        field["required"] = true;
        field["fnname"] = "BT_CUSTOMERS.oksign.isValidIBAN<blur>()";

        string page = await PageAsync(service, Descriptors.AnnaFillsIn(field));

        Assert.Contains(
            "data-page=\"0\" data-x=\"100\" data-y=\"300\" data-width=\"150\" data-height=\"20\" data-required data-check=\"noIban\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"field:IBAN\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OthersAndReadOnlyFields_AreShownAndNotSent()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject fixedField = Descriptors.Field("Text", "FIXED", Descriptors.Anna);
        fixedField["value"] = "Ghent";
        fixedField["readonly"] = true;

        string page = await PageAsync(service, Descriptors.Of(
            [Descriptors.AnnaInfo(), Descriptors.BertInfo()],
            Descriptors.Signature("SIG_ANNA", Descriptors.Anna),
            Descriptors.Signature("SIG_BERT", Descriptors.Bert, posY: 700),
            fixedField,
            Descriptors.Field("Text", "BERTS", Descriptors.Bert, posY: 400)));

        Assert.Contains("Bert Example signs here", page, StringComparison.Ordinal);
        Assert.Contains("Bert Example: BERTS", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ghent\" readonly", page, StringComparison.Ordinal);
        Assert.DoesNotContain("field:FIXED", page, StringComparison.Ordinal);
        Assert.DoesNotContain("field:BERTS", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedForm_WithBadValues_TellsEachBesideItsField()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject city = Descriptors.Field("Text", "CITY", Descriptors.Anna);
        city["required"] = true;
        JsonObject descriptor = Descriptors.AnnaFillsIn(city);
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Date", "DAY", Descriptors.Anna, posY: 400));
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Text", "FINE", Descriptors.Anna, posY: 450));
        Uri link = (await service.DescribedAsync(descriptor)).Links[Descriptors.Anna];
        using var form = new FormUrlEncodedContent([new("field:CITY", ""), new("field:DAY", "soon"), new("field:FINE", "kept & shown")]);

        Answer answer = await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("Please fill in this field.", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("aria-invalid=\"true\"").Length);
        Assert.Contains("value=\"kept &amp; shown\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenTheSignerMustWait_SaysForWhom()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 2), (Descriptors.Bert, 1));

        string page = await PageAsync(service, descriptor);

        Assert.Contains("Bert Example signs first", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterSigning_SaysSo()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribedAsync(Descriptors.AnnaSigns("pen"))).Links[Descriptors.Anna];
        await service.SignAsync(link);

        Answer answer = await service.GetAsync(link.AbsolutePath);

        Assert.Contains("You have signed this already", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, null, "en")]
    [InlineData("", null, "fr-BE,fr;q=0.9,en;q=0.8", "fr")]
    [InlineData("", null, "de, en;q=0.5, nl-BE;q=0.7", "nl")]
    [InlineData("", null, "de", "en")]
    [InlineData("", "nl", "fr", "nl")]
    [InlineData("?lang=fr", "nl", "en", "fr")]
    [InlineData("?lang=xx", "nl", "en", "nl")]
    [InlineData("?lang=<script>", null, "***", "en")]
    public async Task Page_Language_IsChosenByTheReaderThenTheSenderThenTheBrowser(string query, string? sender, string? browser, string language)
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaSigns("pen");
        if (sender is not null)
        {
            descriptor["notifications"] = JsonNode.Parse(
                $$"""{"smtp": [{"to": ["{{Descriptors.Anna}}"], "subject": "Please sign", "body": "x", "language": "{{sender}}"}]}""");
        }

        Uri link = (await service.DescribedAsync(descriptor)).Links[Descriptors.Anna];
        (string, string)[] headers = browser is null ? [] : [("Accept-Language", browser)];
        Answer answer = await service.SendAsync(HttpMethod.Get, link.AbsolutePath + query, null, null, headers);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"?lang=nl\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SecurityPolicy_AllowsNothingFromElsewhere()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribedAsync(Descriptors.AnnaSigns("pen"))).Links[Descriptors.Anna];

        Answer answer = await service.GetAsync(link.AbsolutePath);

        string policy = Assert.Single(answer.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(TestService service, JsonObject descriptor)
    {
        Uri link = (await service.DescribedAsync(descriptor)).Links[Descriptors.Anna];
        return Encoding.UTF8.GetString((await service.GetAsync(link.AbsolutePath)).Body);
    }
}
