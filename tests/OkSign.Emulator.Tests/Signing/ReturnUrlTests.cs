using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class ReturnUrlTests
{
    [Fact]
    public async Task PostedForm_SessionWithAReturnUrl_RedirectsThere()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Uri link) = await SessionAsync(service, "https://app.example.com/done?case=7&x=a%20b#top");

        Answer answer = await PostFormAsync(service, link);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string signed = await service.SignedIdAsync(source);
        Assert.Equal(
            $"https://app.example.com/done?case=7&x=a%20b&source_docid={source}&signed_docid={signed}&signerid={Descriptors.Anna}&status=signed#top",
            Location(answer));
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
        Assert.Equal(["no-referrer"], answer.Response.Headers.GetValues("Referrer-Policy"));
    }

    [Theory]
    [InlineData("http://app.example.com", "http://app.example.com/?source_docid=")]
    [InlineData("http://127.0.0.1:8080/done", "http://127.0.0.1:8080/done?source_docid=")]
    [InlineData("http://127.0.0.1/done?q=why?", "http://127.0.0.1/done?q=why?&source_docid=")]
    [InlineData("http://[::1]:8080/done?", "http://[::1]:8080/done?source_docid=")]
    [InlineData("https://münchen.example/fertig/ü?q=ö", "https://xn--mnchen-3ya.example/fertig/%C3%BC?q=%C3%B6&source_docid=")]
    [InlineData("https://user:secret@app.example.com/done", "https://app.example.com/done?source_docid=")]
    public async Task PostedForm_AnyReturnUrl_IsKeptAsAnAddressForAHeader(string returnUrl, string start)
    {
        await using TestService service = await TestService.StartAsync();
        (_, Uri link) = await SessionAsync(service, returnUrl);

        Answer answer = await PostFormAsync(service, link);

        Assert.StartsWith(start, Location(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedForm_SignerIdOfAnyText_IsEncoded()
    {
        await using TestService service = await TestService.StartAsync();
        const string Id = "a&b=ü #1\r\n";
        string[] docids = await service.DescribedAllAsync(
            Descriptors.Of([Descriptors.Info(Id, "Odd Example")], Descriptors.Signature("SIG", Id, methods: ["pen"])));
        Uri link = await service.CreateSignExpressAsync(
            Tokeninfos.SignExpress(Id, docids).With("returnURL", "https://app.example.com/done"));

        Answer answer = await PostFormAsync(service, link);

        Assert.Equal(Id, QueryHelpers.ParseQuery(new Uri(Location(answer)).Query)["signerid"]);
    }

    [Fact]
    public async Task PostedForm_Briefcase_NamesEveryDocumentInOrder()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(
            Tokeninfos.Briefcase(docids).With("returnURL", "https://app.example.com/done"));

        Answer answer = await PostFormAsync(service, links[Descriptors.Anna]);

        var query = QueryHelpers.ParseQuery(new Uri(Location(answer)).Query);
        string[] signed = [await service.SignedIdAsync(docids[0]), await service.SignedIdAsync(docids[1])];
        Assert.Equal(docids, query["source_docid"].ToArray());
        Assert.Equal(signed, query["signed_docid"].ToArray());
        Assert.Equal("signed", query["status"]);
    }

    [Fact]
    public async Task PostedForm_OwnLinkOfADocumentInABriefcase_RedirectsToTheBriefcasesUrl()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri own = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(source).With("returnURL", "https://app.example.com/done"));

        Answer answer = await PostFormAsync(service, own);

        Assert.StartsWith("https://app.example.com/done?", Location(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedForm_NobodyElseHasAReturnUrl_RedirectsToTheKeys()
    {
        await using TestService service = await TestService.StartAsync(options => options.ReturnUrl = new Uri("https://key.example.com/done"));
        (string source, Dictionary<string, Uri> own) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));

        Answer page = await service.GetAsync(own[Descriptors.Anna].AbsolutePath);
        Answer answer = await PostFormAsync(service, own[Descriptors.Anna]);

        string policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith("; form-action 'self' http: https:", policy, StringComparison.Ordinal);
        Assert.StartsWith($"https://key.example.com/done?source_docid={source}&", Location(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedForm_BriefcaseOfTheSecondDocumentHasAReturnUrl_RedirectsThereAndNotToTheKeys()
    {
        await using TestService service = await TestService.StartAsync(options => options.ReturnUrl = new Uri("https://key.example.com/done"));
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids[1]).With("returnURL", "https://app.example.com/done"));
        Uri link = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        Answer answer = await PostFormAsync(service, link);

        Assert.StartsWith("https://app.example.com/done?", Location(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedForm_WithoutReturnUrl_ShowsAPage()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Uri link) = await SessionAsync(service, returnUrl: null);

        Answer answer = await PostFormAsync(service, link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.MediaType);
    }

    [Fact]
    public async Task PostedForm_SigningRefused_ShowsAPage()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Uri link) = await SessionAsync(service, "https://app.example.com/done");

        Answer answer = await PostFormAsync(service, link, method: "itsme");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("may not be signed with itsme", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostedScript_WithReturnUrl_IsAnsweredByJson()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Uri link) = await SessionAsync(service, "https://app.example.com/done");

        Answer answer = await service.SendAsync(HttpMethod.Post, link.AbsolutePath);

        Assert.Equal(source, answer.Ok[0].GetProperty("source_docid").GetString());
    }

    [Theory]
    [InlineData(null, "form-action 'self'")]
    [InlineData("https://app.example.com/done", "form-action 'self' http: https:")]
    [InlineData("http://a;b:c@app.example.com:81/", "form-action 'self' http: https:")]
    public async Task Page_SecurityPolicy_LetsTheFormLeadElsewhereWhenThereIsAReturnUrl(string? returnUrl, string formAction)
    {
        await using TestService service = await TestService.StartAsync();
        (_, Uri link) = await SessionAsync(service, returnUrl);

        Answer answer = await service.GetAsync(link.AbsolutePath);

        string policy = Assert.Single(answer.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith($"; {formAction}", policy, StringComparison.Ordinal);
    }

    private static async Task<(string Source, Uri Link)> SessionAsync(TestService service, string? returnUrl)
    {
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        JsonObject session = Tokeninfos.SignExpress(Descriptors.Anna, docids).With("returnURL", returnUrl);
        return (docids[0], await service.CreateSignExpressAsync(session));
    }

    private static async Task<Answer> PostFormAsync(TestService service, Uri link, string method = "")
    {
        using var form = new FormUrlEncodedContent([new("method", method)]);
        return await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);
    }

    private static string Location(Answer answer) => Assert.Single(answer.Response.Headers.GetValues("Location"));
}
