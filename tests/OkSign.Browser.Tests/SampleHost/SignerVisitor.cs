using Microsoft.Playwright;
using OkSign.Browser.Tests.SigningPage;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>A person who got a signing link, in a browser of their own.</summary>
internal static class SignerVisitor
{
    /// <summary>Opens the link, draws a signature and sends it.</summary>
    /// <returns>The page on which the signer ends up.</returns>
    public static async Task<IPage> SignAsync(IBrowserContext visitor, string link)
    {
        SignerPage signer = await SignerPage.OpenAsync(visitor, link);
        await signer.Page.Locator(".sign-here").ClickAsync();
        await signer.DrawAsync();
        await signer.PlaceAsync();
        await signer.SendAsync();
        await signer.Page.WaitForURLAsync(static address => !address.Contains("/sign/", StringComparison.Ordinal));
        return signer.Page;
    }
}
