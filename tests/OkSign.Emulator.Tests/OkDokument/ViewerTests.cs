using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class ViewerTests
{
    [Fact]
    public async Task Open_UsableRequest_RedirectsToTheViewer()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        Answer answer = await service.SendAsync(HttpMethod.Get, registered.Url.AbsoluteUri, key: null);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith(
            $"{service.Service.BaseAddress}viewDocument?id={registered.DocumentId}&",
            answer.Response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_UnknownRequest_Is400()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        DokumentService.AssertRefused(
            await service.GetAsync("openDocument/nothing"), HttpStatusCode.BadRequest, "err.signature.request.not.exist", "nothing");
    }

    [Fact]
    public async Task Page_Get_ShowsTheFieldsAndEncodesAllNames()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestForm.WithFields(TestForm.Text("TC_<script>", "50 500 200 520", "/V(\"><b>)"), TestForm.Signature("SO_<i>", "50 600 200 650"));
        JsonObject request = DokumentService.NewRequest(pdf, fileName: "<script>alert(1)<script>.pdf");
        request["resulturl"] = "https://portal.example/done";
        request["rules"] = new JsonObject { ["guiRequestSignerName"] = true, ["guiSignerName"] = "\"><img src=x>" };
        Uri page = await service.ViewerAsync(await service.CreateAsync(request));

        Answer answer = await service.SendAsync(HttpMethod.Get, page.AbsoluteUri, key: null);

        string html = Encoding.UTF8.GetString(answer.Body);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.MediaType));
        Assert.Contains("TC_&lt;script&gt; <span class=\"required\">(required)</span>", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" name=\"signature:SO_&lt;i&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("Submit", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http: https:", answer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FormSubmitted_SignsAndRedirects()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest(TestForm.WithAllKinds());
        request["resulturl"] = "https://portal.example/done?case=a%26b#part";
        request["rules"] = new JsonObject { ["guiRequestSignerName"] = true };
        Registered registered = await service.CreateAsync(request);
        Uri page = await service.ViewerAsync(registered);

        Answer answer = await service.PostFormAsync(
            page,
            ("signerName", "Eva Nova"), ("field:TC_city", "Nitra & more"), ("field:CR_agree", "0"), ("field:CR_agree", "1"),
            ("field:RC_term", "short"), ("field:CBC_country", "sk"), ("offers", "1"), ("signature:SC_tenant", "1"), ("action", "submit"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Uri location = answer.Response.Headers.Location!;
        Assert.Equal(("portal.example", "/done", "#part"), (location.Host, location.AbsolutePath, location.Fragment));
        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(location.Query);
        Assert.Equal(["case", "name", "docid", "lang", "result", "ts"], query.Keys);
        Assert.Equal(
            ("a&b", "lease", registered.DocumentId, "en", "success"),
            (query["case"].ToString(), query["name"].ToString(), query["docid"].ToString(), query["lang"].ToString(), query["result"].ToString()));
        Assert.Equal(
            service.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), query["ts"]);
        string words = await service.WordsAsync(registered.DocumentId);
        Assert.Contains("Nitra & more", words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split("Eva Nova").Length);
    }

    [Fact]
    public async Task Page_FormThatCannotBeSubmitted_IsShownAgainWithTheReason()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds()));

        Answer answer = await service.PostFormAsync(await service.ViewerAsync(registered), ("offers", "1"), ("action", "submit"));

        string html = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("is compulsory and has no value", html, StringComparison.Ordinal);
        Assert.Contains("field:TC_city", html, StringComparison.Ordinal);
        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData("close", "close", "tosign", "close")]
    [InlineData("cancel", "close", "canceled", "close")]
    [InlineData("cancel", "cancel", "canceled", "cancel")]
    public async Task Page_CloseOrCancel_GoesToTheResultUrl(string action, string resultOnCancel, string state, string result)
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.Variants.ResultOnCancel = resultOnCancel);
        JsonObject request = DokumentService.NewRequest();
        request["resulturl"] = "https://portal.example/done";
        Registered registered = await service.CreateAsync(request);

        Answer answer = await service.PostFormAsync(await service.ViewerAsync(registered), ("action", action));

        Assert.Contains($"&result={result}&", answer.Response.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Equal(state, await service.StateAsync(registered.DocumentId));
    }

    [Fact]
    public async Task Page_WithoutAResultUrl_GoesToTheThankYouPage()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(fileName: null));

        Uri? result = await service.SignAsync(registered, new DocumentSigningScript { Language = "sk", Result = "mobile" });

        Assert.StartsWith(
            $"{service.Service.BaseAddress}thankYouPage.html?name={registered.DocumentId}&docid={registered.DocumentId}&lang=sk&result=mobile&ts=",
            result!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("Thank you", await service.PageAsync(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThankYouWithAStrangeResult_ShowsNothingOfIt()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        string html = await service.PageAsync(new Uri(service.Service.BaseAddress, "thankYouPage.html?result=<script>"));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BrowserLanguage_IsToldInTheResultUrl()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync());
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Accept-Language", "sk-SK,sk;q=0.9,en;q=0.8");

        using HttpResponseMessage answer = await http.PostAsync(page, null, TestContext.Current.CancellationToken);

        Assert.Contains("&lang=sk&", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ScriptAsJson_IsFollowed()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds()));
        Uri page = await service.ViewerAsync(registered);
        const string Script =
            """{"signerName": "Eva", "values": {"TC_city": "Nitra", "CR_agree": true, "RC_term": "long", "CBC_country": "sk"}, "signatures": ["SC_tenant"], "language": "cs", "result": "mobile"}""";

        Answer answer = await service.SendAsync(HttpMethod.Post, page.AbsoluteUri, DokumentService.Json(Script), key: null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("&lang=cs&result=mobile&", answer.Response.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Contains("Nitra", await service.WordsAsync(registered.DocumentId), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"signatures": ["x"]}""", "err.signing.refused", "no field \"x\"")]
    [InlineData("""{"signatures": "x"}""", "err.invalid.request", "signatures must be an array")]
    [InlineData("""{"values": {"x": 1}}""", "err.invalid.request", "values.x must be a string")]
    [InlineData("""{"action": "dance"}""", "err.invalid.request", "no action dance")]
    [InlineData("""{"action": "sendOpenCode"}""", "err.signing.refused", "No code is needed")]
    [InlineData("""{"action": "sendSignCode"}""", "err.signing.refused", "No code is needed")]
    [InlineData("""{""", "err.invalid.request", "not valid JSON")]
    public async Task Page_BadScript_Is400(string script, string message, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        Uri page = await service.ViewerAsync(registered);

        Answer answer = await service.SendAsync(HttpMethod.Post, page.AbsoluteUri, DokumentService.Json(script), key: null);

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, message, problem);
        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData("viewDocument?id=x&request=nothing")]
    [InlineData("viewDocument")]
    public async Task Page_UnknownRequest_Is400(string path)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.MediaType));
    }

    [Fact]
    public async Task Signer_PageAddress_IsAsGoodAsTheSigningUrl()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        await service.Service.Signer(await service.ViewerAsync(registered)).SignAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("signed", await service.StateAsync(registered.DocumentId));
    }

    [Theory]
    [InlineData("https://api.okdokument.com/openDocument/x")]
    [InlineData("/openDocument/x")]
    public async Task Signer_UrlOfAnotherServer_Throws(string url)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Assert.Throws<ArgumentException>(() => service.Service.Signer(new Uri(url, UriKind.RelativeOrAbsolute)));
        Assert.Throws<ArgumentException>(() => service.Service.Signer(new Uri(service.Service.BaseAddress, "JSON/counter")));
    }

    [Fact]
    public async Task Signer_Cancelled_SignsNothing()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.Service.Signer(registered.Url).SignAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
    }
}
