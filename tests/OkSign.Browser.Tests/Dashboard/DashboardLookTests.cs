using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;

namespace OkSign.Browser.Tests.Dashboard;

public sealed class DashboardLookTests(Chromium chromium)
{
    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task Dashboard_WithSomethingOfEverything_IsAccessibleAndFits(string device, ColorScheme scheme)
    {
        await using Application application = await Application.StartAsync(500);
        BrowserNewContextOptions visitor = device == "phone" ? Chromium.Phone : Chromium.Desktop;
        await using DashboardScene scene = await DashboardScene.OpenAsync(
            chromium, new(visitor) { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce }, options => options.CallbackUrl = application.Callback);
        await scene.LiveAsync(application.Callback);
        await Assertions.Expect(scene.Section("callbacks").GetByText("500")).ToHaveCountAsync(5);

        await Chromium.ScreenshotAsync(scene.Page, scheme == ColorScheme.Light ? $"dashboard-{device}" : $"dashboard-{device}-dark");

        // Not one with HTML: axe wants to run in its frame, too, where nothing runs.
        await scene.Section("messages").Locator("summary").First.ClickAsync();
        await scene.Section("callbacks").Locator("summary").First.ClickAsync();
        await Assertions.Expect(scene.Page.Locator("details[open] dl")).ToHaveCountAsync(2);

        await Chromium.AssertAccessibleAsync(scene.Page);
        Assert.Equal(0, await scene.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task Dashboard_OfAnEmulatorThatJustStarted_TellsHowToBegin(string device)
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium, device == "phone" ? Chromium.Phone : Chromium.Desktop);

        await Assertions.Expect(scene.Section("oksign")).ToContainTextAsync($"{scene.Emulator.BaseAddress}v1/document/upload");
        await Assertions.Expect(scene.Section("okdokument")).ToContainTextAsync($"{scene.Emulator.OkDokument.BaseAddress}JSON/signatureRequest");
        await Chromium.ScreenshotAsync(scene.Page, $"dashboard-empty-{device}");
        await Chromium.AssertAccessibleAsync(scene.Page);
    }
}
