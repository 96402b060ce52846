using System.Text.Json.Nodes;
using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Emulator;
using OkSign.Emulator.Tests.TestData;
using UglyToad.PdfPig;

namespace OkSign.Browser.Tests.SigningPage;

public sealed class OkDokumentPageTests(Chromium chromium)
{
    public static TheoryData<string> Devices => ["desktop", "phone"];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Form_FilledInAndSigned_IsInTheSignedFile(string device)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        DokumentRound round = await DokumentRound.CreateAsync(emulator, TestForm.WithAllKinds(), new JsonObject { ["guiRequestSignerName"] = true, ["lang"] = "en" });
        await using IBrowserContext visitor = await chromium.NewVisitorAsync(device == "phone" ? Chromium.Phone : Chromium.Desktop);
        SignerPage eva = await SignerPage.OpenAsync(visitor, round.SigningUrl);
        await Chromium.AssertAccessibleAsync(eva.Page);

        await eva.SendAsync();
        await Assertions.Expect(eva.Page.GetByLabel("Your name (required)")).ToBeFocusedAsync();
        await Assertions.Expect(eva.Problems).ToHaveCountAsync(6);
        await Chromium.AssertAccessibleAsync(eva.Page);

        await eva.Page.GetByLabel("Your name (required)").FillAsync("Eva Nova");
        await eva.Page.GetByLabel("TC_city").FillAsync("Nitra");
        await eva.Page.GetByLabel("CR_agree").CheckAsync();
        await eva.Page.GetByLabel("RC_term: long").CheckAsync();
        await eva.Page.GetByLabel("CBC_country").SelectOptionAsync("Slovakia");
        await eva.SignatureField("SC_tenant").ClickAsync();
        await eva.DrawInDialogAsync();
        await Chromium.AssertAccessibleAsync(eva.Page);
        await eva.PlaceAsync();
        await Assertions.Expect(eva.Problems).ToHaveCountAsync(0);
        await Chromium.ScreenshotAsync(eva.Page, $"okdokument-page-{device}");
        await eva.SendAsync();

        await eva.Page.WaitForURLAsync("**/thankYouPage.html?**result=success**");
        await Chromium.AssertAccessibleAsync(eva.Page);
        Assert.Empty(eva.Errors);
        using PdfDocument signed = PdfDocument.Open(await round.DownloadAsync());
        string words = string.Join(' ', signed.GetPage(1).GetWords().Select(word => word.Text));
        Assert.Contains("Nitra", words, StringComparison.Ordinal);
        Assert.Contains("Slovakia", words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split("Eva Nova").Length);
        Assert.True(PagePaths.CurvesIn(signed.GetPage(1), left: 50, top: 842 - 650, width: 150, height: 50) > 10);
    }

    [Fact]
    public async Task Anywhere_PressOnThePage_PlacesTheSignatureThere()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        DokumentRound round = await DokumentRound.CreateAsync(emulator, Contract.Pdf(), new JsonObject { ["lang"] = "en" });
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage eva = await SignerPage.OpenAsync(visitor, round.SigningUrl);
        LocatorBoundingBoxResult page = (await eva.Page.Locator(".page").BoundingBoxAsync())!;
        float scale = page.Width / 595;

        await eva.Page.Locator(".page").ClickAsync(new() { Position = new() { X = 147 * scale, Y = 625 * scale } });
        await eva.DrawInDialogAsync();
        await eva.PlaceAsync();
        await eva.SignatureField("Your signature").FocusAsync();
        await eva.Page.Keyboard.PressAsync("ArrowRight");
        await Chromium.AssertAccessibleAsync(eva.Page);
        await Chromium.ScreenshotAsync(eva.Page, "okdokument-page");
        await eva.SendAsync();

        await eva.Page.WaitForURLAsync("**/thankYouPage.html?**");
        Assert.Empty(eva.Errors);
        using PdfDocument signed = PdfDocument.Open(await round.DownloadAsync());
        Assert.True(PagePaths.CurvesIn(signed.GetPage(1), left: 82 - 2, top: 600 - 2, width: 154, height: 54) > 10);
    }

    [Fact]
    public async Task Codes_ToOpenAndToSign_AreAskedFor()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        DokumentRound round = await DokumentRound.CreateAsync(
            emulator, Contract.Pdf(), new JsonObject { ["openOtpEmail"] = "eva@example.com", ["signOtpPhone"] = "+421900000000", ["lang"] = "en" });
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        IPage page = await visitor.NewPageAsync();
        var eva = new SignerPage(page);
        await page.GotoAsync(round.SigningUrl);
        await Chromium.AssertAccessibleAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Send verification code" }).ClickAsync();
        await page.GetByLabel("Code to open").FillAsync(emulator.OkDokument.Messages[^1].Code!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await eva.ReadyAsync();
        await eva.SignatureField("Your signature").ClickAsync();
        await eva.DrawInDialogAsync();
        await eva.PlaceAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the code to sign" }).ClickAsync();
        await eva.ReadyAsync();
        await Assertions.Expect(page.GetByText("The code has been sent.")).ToBeVisibleAsync();
        await page.GetByLabel("Code to sign").FillAsync(emulator.OkDokument.Messages[^1].Code!);
        await Chromium.AssertAccessibleAsync(page);
        await eva.SendAsync();

        await page.WaitForURLAsync("**/thankYouPage.html?**result=success**");
    }

    [Fact]
    public async Task Texts_WithScript_AreShownAndDoNotRun()
    {
        const string Script = "<img src=x onerror=window.ran=true>";
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        DokumentRound round = await DokumentRound.CreateAsync(
            emulator,
            TestForm.WithFields(TestForm.Text($"TC_{Script}", "50 500 200 520", $"/V({Script})"), TestForm.Signature($"SC_{Script}", "50 600 200 650")),
            new JsonObject { ["guiSignerName"] = Script, ["lang"] = "en" },
            fileName: $"{Script}.pdf");
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage eva = await SignerPage.OpenAsync(visitor, round.SigningUrl);

        await eva.Page.Locator(".sign-here").ClickAsync();
        await eva.DrawInDialogAsync();
        await eva.PlaceAsync();

        await Assertions.Expect(eva.Page.Locator("h1")).ToContainTextAsync(Script);
        await Assertions.Expect(eva.Page.GetByLabel("TC_")).ToHaveValueAsync(Script);
        Assert.Empty(eva.Errors);
        Assert.False(await eva.Page.EvaluateAsync<bool>("() => window.ran === true"));
    }
}
