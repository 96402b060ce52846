using Microsoft.Playwright;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>A person who got a signing link, in a browser of their own. What the emulator's page wants of them is known here only.</summary>
internal static class SignerVisitor
{
    /// <summary>Opens the link and signs.</summary>
    /// <returns>The page on which the signer ends up.</returns>
    public static async Task<IPage> SignAsync(IBrowserContext visitor, string link)
    {
        IPage page = await visitor.NewPageAsync();
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign" }).ClickAsync();
        return page;
    }
}
