using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace OkSign.Browser.Tests.TestData;

/// <summary>Debian's Chromium: one process for all tests, and for each visitor a context that shares nothing with the others.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "chromium";

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public Chromium() => _browser = new Lazy<Task<IBrowser>>(LaunchAsync);

    /// <summary>A visitor at a desk.</summary>
    public static BrowserNewContextOptions Desktop { get; } = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    /// <summary>A visitor with a phone, who has a finger and no mouse.</summary>
    public static BrowserNewContextOptions Phone { get; } = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
    };

    /// <summary>A new visitor. Skips the test where the browser is not installed, unless it must be.</summary>
    /// <param name="options">What the visitor has: <see cref="Desktop"/> unless told otherwise.</param>
    public async Task<IBrowserContext> NewVisitorAsync(BrowserNewContextOptions? options = null)
    {
        Tool.Require(Program, debianPackage: Program);
        IBrowser browser = await _browser.Value;
        return await browser.NewContextAsync(options ?? Desktop);
    }

    /// <summary>Asserts that axe finds nothing serious or critical on a page as it is shown now.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();
        string[] serious =
        [
            .. from finding in result.Violations
               where finding.Impact is "serious" or "critical"
               from node in finding.Nodes
               select $"{finding.Id}: {finding.Help} ({node.Html})",
        ];
        Assert.Empty(serious);
    }

    /// <summary>Keeps a picture of a page, for people to look at: <c>artifacts/screenshots/NAME.png</c>.</summary>
    public static Task ScreenshotAsync(IPage page, string name)
        => page.ScreenshotAsync(new() { Path = Repository.PathOf($"artifacts/screenshots/{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = $"/usr/bin/{Program}",

            // It may run as root, in a container, without a network: it is not to look for updates.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
