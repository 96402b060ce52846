using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Browser.Tests.Dashboard;

/// <summary>An emulator, clients of both services that use it, and somebody who looks at its dashboard.</summary>
internal sealed class DashboardScene : IAsyncDisposable
{
    private readonly IBrowserContext _visitor;

    private DashboardScene(OkSignEmulator emulator, IBrowserContext visitor, IPage page)
    {
        (Emulator, _visitor, Page) = (emulator, visitor, page);
        OkSign = OkSignClient.Create(
            OkSignCredentials.Parse(emulator.Authorization), options => options.BaseAddress = emulator.BaseAddress);
        OkDokument = OkDokumentClient.Create(
            new OkDokumentApiKey(emulator.OkDokument.ApiKey), options => options.BaseAddress = emulator.OkDokument.BaseAddress);
    }

    public OkSignEmulator Emulator { get; }

    public OkSignClient OkSign { get; }

    public OkDokumentClient OkDokument { get; }

    public IPage Page { get; }

    public static async Task<DashboardScene> OpenAsync(
        Chromium chromium, BrowserNewContextOptions? visitor = null, Action<OkSignEmulatorOptions>? configure = null)
    {
        var options = new OkSignEmulatorOptions();
        configure?.Invoke(options);
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        IBrowserContext context = await chromium.NewVisitorAsync(visitor);
        IPage page = await context.NewPageAsync();
        var scene = new DashboardScene(emulator, context, page);
        await page.GotoAsync(emulator.Dashboard.AbsoluteUri);
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        return scene;
    }

    /// <summary>The part of the page that is about something.</summary>
    public ILocator Section(string id) => Page.Locator($"#{id}");

    /// <summary>Sends a contract that Anna and then Bert sign, both told by e-mail.</summary>
    public Task<SignatureRequest> SendContractAsync(string name = "contract.pdf") => OkSign.NewSignatureRequest(Pdf(name))
        .Signer("Anna Example", "anna@example.com", anna => anna.Mobile("+32470000001").ActingAs("CEO")
            .Signature(at => at.Page(1).Position(100, 500), SigningMethod.Pen, SigningMethod.Itsme))
        .Signer("Bert Example", "bert@example.com", bert => bert.Signature(at => at.Page(1).Position(300, 500), SigningMethod.Pen))
        .InOrder()
        .NotifyByEmail(mail => mail
            .Subject("Please sign your contract")
            .Body("<p style=\"font-family: sans-serif\">Dear customer,<br>your contract is <b>ready to sign</b>.</p>")
            .Sender("Example NV"))
        .SendAsync(TestContext.Current.CancellationToken);

    public Task SignAsync(SignatureRequest request, int signer, string method = "pen")
        => Emulator.Signer(request.Signers[signer].SigningUrl)
            .SignAsync(new SigningScript { Method = method }, TestContext.Current.CancellationToken);

    /// <summary>Sends a lease that Eva signs at OKdokument.</summary>
    public Task<SigningRound> SendLeaseAsync(Uri? notify = null)
    {
        SigningRoundBuilder round = OkDokument.NewSignatureRequest(Pdf("lease.pdf"))
            .SignAnywhere()
            .AskForName("Eva Nova")
            .CodeToSignBySms("+421900000001")
            .InviteByEmail("eva@example.com", replyTo: "agent@example.com", senderName: "Example Agency", message: "Your lease is ready.")
            .SignedFileTo("archive@example.com");
        return (notify is null ? round : round.NotifyAt(notify)).SendAsync(TestContext.Current.CancellationToken);
    }

    public Task SignAsync(SigningRound round)
        => Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Lets something of everything happen.</summary>
    public async Task LiveAsync(Uri callback)
    {
        SignatureRequest contract = await SendContractAsync();
        await SignAsync(contract, 0, "itsme");
        await SignAsync(await SendContractAsync("amendment 2026.pdf"), 0);
        SignatureRequest policy = await SendContractAsync("car policy.pdf");
        await SignAsync(policy, 0);
        await SignAsync(policy, 1);
        await OkSign.Documents.UploadAsync(Pdf("draft.pdf"), TestContext.Current.CancellationToken);
        SigningRound lease = await SendLeaseAsync(callback);
        await SignAsync(lease);
        await SendLeaseAsync();
        await Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
    }

    public static OkSignFile Pdf(string name)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText("This is the contract", 12, new PdfPoint(70, 700), font);
        return OkSignFile.FromBytes(builder.Build(), name);
    }

    public async ValueTask DisposeAsync()
    {
        await _visitor.CloseAsync();
        await OkSign.DisposeAsync();
        await OkDokument.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
