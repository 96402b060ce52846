using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;
using OkSign.Emulator;
using UglyToad.PdfPig;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>From upload to signed download.</summary>
public sealed class SampleFlowTests(Chromium chromium, SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task Contract_OfTwoSigners_IsPlacedSentSignedAndDownloaded(string device)
    {
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder);
        await using IBrowserContext office = await chromium.NewVisitorAsync(device == "phone" ? Chromium.Phone : Chromium.Desktop);
        Office desk = await Office.OpenAsync(application, office);
        await desk.AssertUsableAsync();

        // Upload.
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "New contract" }).ClickAsync();
        await desk.AssertUsableAsync();
        await desk.ChooseAsync("Überlassungsvertrag", Office.ContractFile);
        await desk.SubmitUploadAsync();

        // Place.
        await desk.PageIsShownAsync(1);
        await desk.NameAsync(1, "Anna Example");
        await desk.AddSignerAsync();
        await desk.NameAsync(2, "Bert Example", "bert@example.com");
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, $"sample-place-{device}");

        // Send.
        await desk.SendAsync();
        await desk.StateIsAsync("Out for signature");
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, $"sample-contract-{device}");

        // Two people sign, each in a browser of their own; this page tells it without being loaded again.
        await desk.Page.EvaluateAsync("window.isTheSamePage = true");
        await SignAsync(await desk.LinkOfAsync("Anna Example"));
        await Assertions.Expect(desk.Page.Locator("#state .progress")).ToHaveTextAsync("1 of 2 signed");
        await Assertions.Expect(desk.SignerLinks).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator("#announcement")).ToHaveTextAsync("1 of 2 have signed");
        await SignAsync(await desk.LinkOfAsync("Bert Example"));
        await desk.StateIsAsync("Signed by all");
        Assert.True(await desk.Page.EvaluateAsync<bool>("window.isTheSamePage"));
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, $"sample-signed-{device}");

        // Download.
        (string name, string text) = await DownloadAsync(desk.Page, "Signed contract");
        Assert.Equal("Signed - Überlassungsvertrag.pdf", name);
        Assert.All(["Service agreement", "Anna Example", "Bert Example"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        (name, text) = await DownloadAsync(desk.Page, "Audit trail");
        Assert.Equal("Audit trail - Überlassungsvertrag.pdf", name);
        Assert.Contains("Bert Example", text, StringComparison.Ordinal);

        await desk.GotoAsync("/");
        await Assertions.Expect(desk.Page.Locator(".list li")).ToContainTextAsync("2 of 2 signed");
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, $"sample-list-{device}");
    }

    [Fact]
    public async Task Boxes_DraggedWithTheMouse_StandThereAtTheService()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Dragged lease");
        await desk.NameAsync(1, "Anna Example");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await desk.PageIsShownAsync(2);
        await Assertions.Expect(desk.Box(1)).ToBeHiddenAsync();
        await desk.Signer(1).GetByRole(AriaRole.Button, new() { Name = "Put the box on the page shown" }).ClickAsync();

        LocatorBoundingBoxResult before = (await desk.Box(1).BoundingBoxAsync())!;
        await desk.Page.Mouse.MoveAsync(before.X + 10, before.Y + 10);
        await desk.Page.Mouse.DownAsync();
        await desk.Page.Mouse.MoveAsync(before.X + 60, before.Y - 40, new() { Steps = 5 });
        await desk.Page.Mouse.MoveAsync(before.X + 110, before.Y - 90, new() { Steps = 5 });
        await desk.Page.Mouse.UpAsync();
        await desk.Page.Mouse.MoveAsync(before.X, before.Y);

        // It is where it was dropped, 100 pixels to the right and 100 up, and the numbers say so in points.
        LocatorBoundingBoxResult after = (await desk.Box(1).BoundingBoxAsync())!;
        Assert.InRange(after.X - before.X, 98, 102);
        Assert.InRange(after.Y - before.Y, -102, -98);
        double pointsPerPixel = 595 / (await desk.Page.Locator("#sheet").BoundingBoxAsync())!.Width;
        (int page, int x, int y) = await desk.PlaceOfAsync(1);
        Assert.Equal(2, page);
        Assert.InRange(x, 72 + (100 * pointsPerPixel) - 2, 72 + (100 * pointsPerPixel) + 2);
        Assert.InRange(y, 600 - (100 * pointsPerPixel) - 2, 600 - (100 * pointsPerPixel) + 2);

        await desk.SendAsync();
        await desk.StateIsAsync("Out for signature");
        FormField field = Assert.Single((await DescriptorAsync("Dragged lease")).Fields);
        Assert.Equal((page - 1, x, y), (field.PageIndex, field.X, field.Y));
        Assert.Equal((150d, 50d), (field.Width, field.Height));
    }

    [Fact]
    public async Task Boxes_DraggedWithAFinger_StayWithIt()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync(Chromium.Phone);
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");
        await desk.Box(1).ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult before = (await desk.Box(1).BoundingBoxAsync())!;
        ICDPSession finger = await office.NewCDPSessionAsync(desk.Page);

        await TouchAsync("touchStart", before.X + 20, before.Y + 10);
        await TouchAsync("touchMove", before.X + 50, before.Y - 20);
        await TouchAsync("touchMove", before.X + 80, before.Y - 50);
        await TouchAsync("touchEnd");

        // The box has moved, and the page has not been scrolled instead.
        LocatorBoundingBoxResult after = (await desk.Box(1).BoundingBoxAsync())!;
        Assert.InRange(after.X - before.X, 58, 62);
        Assert.InRange(after.Y - before.Y, -62, -58);

        Task TouchAsync(string type, params double[] point)
            => finger.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
            {
                ["type"] = type,
                ["touchPoints"] = point.Length == 0 ? Array.Empty<object>() : [new { x = point[0], y = point[1] }],
            });
    }

    [Fact]
    public async Task Boxes_WithoutAMouse_AreMovedByArrowKeysAndByNumbers()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");

        await desk.Box(1).FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await desk.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        Assert.Equal((1, 81, 590), await desk.PlaceOfAsync(1));

        // Not beyond the page's edge.
        for (int step = 0; step < 30; step++)
        {
            await desk.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal((1, 81, 842 - 50), await desk.PlaceOfAsync(1));

        await desk.Signer(1).GetByLabel("From left").FillAsync("0");
        LocatorBoundingBoxResult sheet = (await desk.Page.Locator("#sheet").BoundingBoxAsync())!;
        Assert.InRange((await desk.Box(1).BoundingBoxAsync())!.X - sheet.X, 0, 2);
        await desk.Signer(1).GetByLabel("Page").FillAsync("2");
        await desk.PageIsShownAsync(2);
        await Assertions.Expect(desk.Box(1)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signers_AddedAndRemoved_AreSentAsTheFormShowsThem()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Service agreement of three");
        await desk.NameAsync(1, "Anna Example");
        await desk.AddSignerAsync();
        await desk.NameAsync(2, "Bert Example");
        await desk.AddSignerAsync();
        await desk.NameAsync(3, "Carla Example", "carla@example.com");

        await desk.Signer(2).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await desk.SendAsync();

        await desk.StateIsAsync("Out for signature");
        Assert.Equal(["Anna Example", "Carla Example"], (await DescriptorAsync("Service agreement of three")).Signers.Select(signer => signer.Name));
        Assert.Single(sample.Service.Messages, message => message.Recipient == "carla@example.com");
    }

    [Fact]
    public async Task Status_AfterTheConnectionWasLost_IsReadAgain()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.SendContractAsync("Lease", "Anna Example");
        await desk.Page.RouteAsync("**/events", route => route.AbortAsync());
        await desk.Page.ReloadAsync();

        await SignAsync(await desk.LinkOfAsync("Anna Example"));
        await desk.StateIsAsync("Out for signature");
        await desk.Page.UnrouteAllAsync();

        await Assertions.Expect(desk.Page.Locator("#state .chip")).ToHaveTextAsync("Signed by all", new() { Timeout = 20_000 });
    }

    private static async Task<(string Name, string Text)> DownloadAsync(IPage page, string link)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        using PdfDocument pdf = PdfDocument.Open(await download.PathAsync());
        return (download.SuggestedFilename, string.Join('\n', pdf.GetPages().Select(one => one.Text)));
    }

    private async Task<FormDescriptor> DescriptorAsync(string contract)
    {
        OkSignEmulator service = sample.Service;
        await using OkSignClient oksign = OkSignClient.Create(OkSignCredentials.Parse(service.Authorization), options => options.BaseAddress = service.BaseAddress);
        IReadOnlyList<ActiveDocument> active = await oksign.Documents.ListActiveAsync(TestContext.Current.CancellationToken);
        ActiveDocument document = active.Single(document => document.FileName == $"{contract}.pdf");
        return await oksign.FormDescriptors.RetrieveAsync(document.Id!.Value, TestContext.Current.CancellationToken);
    }

    private async Task SignAsync(string link)
    {
        await using IBrowserContext signer = await chromium.NewVisitorAsync();
        await SignerVisitor.SignAsync(signer, link);
    }
}
