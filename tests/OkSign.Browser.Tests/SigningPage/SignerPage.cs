using Microsoft.Playwright;

namespace OkSign.Browser.Tests.SigningPage;

/// <summary>The signing page in a browser, and what a person does on it.</summary>
internal sealed class SignerPage(IPage page)
{
    private readonly List<string> _errors = [];

    public IPage Page => page;

    /// <summary>What went wrong in the page's scripts or against its security policy.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public ILocator Dialog => page.Locator("dialog");

    public ILocator Problems => page.Locator(".problem:visible");

    public static async Task<SignerPage> OpenAsync(IBrowserContext visitor, string link)
    {
        var opened = new SignerPage(await visitor.NewPageAsync());
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                opened._errors.Add(message.Text);
            }
        };
        opened.Page.PageError += (_, error) => opened._errors.Add(error);
        await opened.Page.GotoAsync(link);
        await opened.ReadyAsync();
        return opened;
    }

    /// <summary>Waits until the pages of the document are drawn.</summary>
    public async Task ReadyAsync()
    {
        await page.WaitForSelectorAsync("body.ready");
        await page.WaitForSelectorAsync(".page.drawn");
    }

    /// <summary>Presses Tab until something has the focus.</summary>
    public async Task TabToAsync(ILocator target)
    {
        const int Most = 40;
        for (int pressed = 0; pressed < Most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{target} is not reached by the keyboard.");
    }

    public async Task FillInAsync()
    {
        await page.GetByLabel("City").FillAsync("Ghent");
        await page.GetByLabel("E-mail").FillAsync("anna@example.com");
        await page.GetByLabel("First day").FillAsync("2026-04-01");
        await page.GetByLabel("Working time").SelectOptionAsync("Half time");
        await page.GetByLabel("Remarks").FillAsync("Home office on Fridays");
        await page.GetByLabel("House rules").CheckAsync();
    }

    public ILocator SignatureField(string name) => page.Locator($".sign-here[data-name=\"{name}\"]");

    public Task ChooseAsync(string method) => Dialog.GetByRole(AriaRole.Radio, new() { Name = method }).CheckAsync();

    /// <summary>Draws in the dialog with the mouse.</summary>
    public async Task DrawAsync()
    {
        await ChooseAsync("Handwritten");
        await DrawInDialogAsync();
    }

    /// <summary>Draws in the dialog with the mouse, where there is no choice of methods.</summary>
    public async Task DrawInDialogAsync()
    {
        LocatorBoundingBoxResult surface = (await page.Locator("#surface").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(surface.X + 40, surface.Y + 110);
        await page.Mouse.DownAsync();
        foreach ((float x, float y) in Loops(surface))
        {
            await page.Mouse.MoveAsync(x, y);
        }

        await page.Mouse.UpAsync();
    }

    /// <summary>Draws in the dialog with a finger.</summary>
    public async Task DrawByTouchAsync()
    {
        await ChooseAsync("Handwritten");
        LocatorBoundingBoxResult surface = (await page.Locator("#surface").BoundingBoxAsync())!;
        ICDPSession browser = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync(browser, "touchStart", (surface.X + 40, surface.Y + 110));
        foreach ((float X, float Y) point in Loops(surface))
        {
            await TouchAsync(browser, "touchMove", point);
        }

        await browser.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
    }

    public Task PlaceAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Place signature" }).ClickAsync();

    public Task SendAsync() => page.Locator("#submit").ClickAsync();

    private static IEnumerable<(float X, float Y)> Loops(LocatorBoundingBoxResult surface)
        => from step in Enumerable.Range(1, 40)
           let turn = step * Math.PI / 5
           select ((float)(surface.X + 40 + (step * (surface.Width - 90) / 40)), (float)(surface.Y + 90 + (35 * Math.Cos(turn))));

    private static Task<System.Text.Json.JsonElement?> TouchAsync(ICDPSession browser, string type, (float X, float Y) point)
        => browser.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = new[] { new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y } },
        });
}
