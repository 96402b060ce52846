using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

/// <summary>What the page of a round lets a person do besides a form: see the pages, draw, sign at any place.</summary>
public class ViewerSigningTests
{
    private static readonly SignatureDrawing Drawing = new()
    {
        Width = 200,
        Height = 100,
        Strokes = [[new(10, 50), new(60, 10), new(110, 90), new(160, 10)]],
    };

    [Fact]
    public async Task Pdf_OfARound_IsTheDocumentAsItIsNow()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync());

        Answer answer = await service.SendAsync(HttpMethod.Get, await PdfOfAsync(service, page), key: null);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.MediaType));
        Assert.Contains(TestPdf.Text, TestPdf.WordsOf(answer.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4711", HttpStatusCode.OK)]
    [InlineData("0000", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Pdf_OfALockedRound_NeedsTheCode(string code, HttpStatusCode expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject { ["openOtpEmail"] = "eva@example.com", ["openOtpCode"] = "4711" };
        Registered registered = await service.CreateAsync(request);
        await service.PostFormAsync(await service.ViewerAsync(registered), ("action", "sendOpenCode"));

        Answer answer = await service.SendAsync(HttpMethod.Get, $"viewDocument/pdf?request={registered.Id}&code={code}", key: null);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Pdf_OfAnUnknownRound_Is400()
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Get, "viewDocument/pdf?request=nothing", key: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Sign_AtAChosenPlaceWithADrawing_IsThere()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestPdf.WithPages("one", "two")));

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva Nova", Place = new SignaturePlace(0, 300, 100), Drawing = Drawing });

        byte[] pdf = await service.DownloadAsync(registered.DocumentId);
        (double x, double y) = TestPdf.PlaceOf(pdf, page: 1, "Eva");
        Assert.InRange(x, 300, 310);
        Assert.InRange(y, 125, 150);
        Assert.True(TestPdf.HasLinesIn(pdf, page: 1, left: 300, bottom: 842 - 130, right: 450, top: 842 - 100));
    }

    [Fact]
    public async Task Sign_AtAPlaceBesideThePage_IsMovedInside()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        await service.SignAsync(registered, new DocumentSigningScript { SignerName = "Eva", Place = new SignaturePlace(0, 5_000, -50) });

        (double x, double y) = TestPdf.PlaceOf(await service.DownloadAsync(registered.DocumentId), page: 1, "Eva");
        Assert.InRange(x, 445, 460);
        Assert.InRange(y, 0, 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Sign_OnAPageThatIsNotThere_Throws(int page)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        EmulatedSigningException error = await service.RefusedAsync(registered, new DocumentSigningScript { Place = new SignaturePlace(page, 0, 0) });

        Assert.Contains("the pages are 0 to 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_AnywhereWhereFieldsAre_Throws()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(TestForm.WithFields(TestForm.Signature("SO_a", "50 600 200 650"))));

        EmulatedSigningException error = await service.RefusedAsync(registered, new DocumentSigningScript { Place = new SignaturePlace(0, 0, 0) });

        Assert.Contains("cannot be placed anywhere", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"place": {"page": 0, "x": 300, "y": 100}, "typed": "E. Nova"}""")]
    [InlineData(null)]
    public async Task Page_PlaceAndTypedSignature_AreFollowed(string? json)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        Uri page = await service.ViewerAsync(registered);

        Answer answer = json is null
            ? await service.PostFormAsync(page, ("place", "0 300 100"), ("typed", "E. Nova"))
            : await service.SendAsync(HttpMethod.Post, page.AbsoluteUri, DokumentService.Json(json), key: null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        (double x, double y) = TestPdf.PlaceOf(await service.DownloadAsync(registered.DocumentId), page: 1, "Nova");
        Assert.InRange(x, 300, 450);
        Assert.InRange(y, 100, 130);
    }

    [Theory]
    [InlineData("""{"place": {"page": 0, "x": 1}}""", "place.page, x and y are needed")]
    [InlineData("""{"drawing": {"width": 1}}""", "drawing.width, height and strokes are needed")]
    public async Task Page_BadPlaceOrDrawing_Is400(string script, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync());

        Answer answer = await service.SendAsync(HttpMethod.Post, page.AbsoluteUri, DokumentService.Json(script), key: null);

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, "err.invalid.request", problem);
    }

    [Fact]
    public async Task Page_FormRefused_KeepsWhatWasEntered()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync(DokumentService.NewRequest(TestForm.WithAllKinds())));

        Answer answer = await service.PostFormAsync(
            page, ("field:TC_city", "Nitra & more"), ("field:CR_agree", "1"), ("field:RC_term", "long"), ("offers", "1"), ("signature:SO_witness", "1"));

        string html = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("value=\"Nitra &amp; more\"", html, StringComparison.Ordinal);
        Assert.Matches("name=\"field:CR_agree\" value=\"1\"[^>]* checked>", html);
        Assert.Matches("name=\"field:RC_term\" value=\"long\"[^>]* checked>", html);
        Assert.Matches("name=\"signature:SO_witness\" value=\"1\" checked", html);
        Assert.DoesNotMatch("name=\"signature:SC_tenant\" value=\"1\" checked", html);
        Assert.Contains("Please fill in this field.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_InAnotherLanguage_KeepsItsAddress()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Uri page = await service.ViewerAsync(await service.CreateAsync());

        string html = await service.PageAsync(new Uri($"{page}&lang=fr"));

        Assert.Contains("<html lang=\"fr\">", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(page.Query)}&amp;lang=nl\"", html, StringComparison.Ordinal);
    }

    private static async Task<string> PdfOfAsync(DokumentService service, Uri page)
    {
        string html = await service.PageAsync(page);
        int start = html.IndexOf("data-pdf=\"/", StringComparison.Ordinal) + "data-pdf=\"/".Length;
        return WebUtility.HtmlDecode(html[start..html.IndexOf('"', start)]);
    }
}
