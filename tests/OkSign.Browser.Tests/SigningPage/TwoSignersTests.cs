using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;
using UglyToad.PdfPig;

namespace OkSign.Browser.Tests.SigningPage;

public sealed class TwoSignersTests(Chromium chromium)
{
    [Fact]
    public async Task Document_SignedAtADeskAndOnAPhone_HasBothSignatures()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();

        await using IBrowserContext desk = await chromium.NewVisitorAsync(Chromium.Desktop);
        SignerPage anna = await SignerPage.OpenAsync(desk, links[Contract.Anna]);
        await Chromium.AssertAccessibleAsync(anna.Page);
        await anna.FillInAsync();
        await anna.SignatureField("Employee").ClickAsync();
        await anna.DrawAsync();
        await Chromium.AssertAccessibleAsync(anna.Page);
        await Chromium.ScreenshotAsync(anna.Page, "signing-page-dialog");
        await anna.PlaceAsync();
        await Chromium.ScreenshotAsync(anna.Page, "signing-page-desktop");
        await anna.SendAsync();
        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        await Chromium.AssertAccessibleAsync(anna.Page);

        await using IBrowserContext train = await chromium.NewVisitorAsync(Chromium.Phone);
        SignerPage bert = await SignerPage.OpenAsync(train, links[Contract.Bert]);
        await Chromium.AssertAccessibleAsync(bert.Page);
        await bert.SignatureField("Employer").TapAsync();
        await bert.DrawByTouchAsync();
        await Chromium.AssertAccessibleAsync(bert.Page);
        await Chromium.ScreenshotAsync(bert.Page, "signing-page-phone-dialog");
        await bert.PlaceAsync();
        await Chromium.ScreenshotAsync(bert.Page, "signing-page-phone");
        await bert.SendAsync();
        await bert.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();

        Assert.Empty(anna.Errors);
        Assert.Empty(bert.Errors);
        using PdfDocument signed = PdfDocument.Open((await service.SignedAsync(document))!);
        string words = string.Join(' ', signed.GetPage(1).GetWords().Select(word => word.Text));
        Assert.All(
            ["Anna Example", "Bert Example", "Ghent", "Half time", "2026-04-01", "Home office on Fridays", "signed with Pen"],
            text => Assert.Contains(text, words, StringComparison.Ordinal));
        Assert.All([72, 330], left => Assert.True(PagePaths.CurvesIn(signed.GetPage(1), left, top: 600, width: 190, height: 70) > 10));
    }
}
