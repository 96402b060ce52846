using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Emulator;

namespace OkSign.Browser.Tests;

public sealed class EmulatorPageTests(Chromium chromium)
{
    [Fact]
    public async Task SigningLink_ThatIsNotValid_SaysSo()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        IPage page = await visitor.NewPageAsync();

        IResponse? response = await page.GotoAsync(new Uri(emulator.BaseAddress, "/sign/0").AbsoluteUri);

        Assert.Equal(404, response?.Status);
        Assert.Contains("not valid", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await Chromium.AssertAccessibleAsync(page);
    }
}
