using System.Globalization;
using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>Somebody in the office who has contracts signed: the sample's pages as a person uses them.</summary>
internal sealed class Office(SampleApplication application, IPage page)
{
    /// <summary>A contract of two pages, A4.</summary>
    public static string ContractFile { get; } = Repository.PathOf("samples/AspNetCoreHost/wwwroot/sample-contract.pdf");

    public IPage Page { get; } = page;

    public ILocator Problems => Page.Locator(".problem:not(:empty), .problem-card");

    public ILocator SignerLinks => Page.GetByRole(AriaRole.Link, new() { Name = "Open the signing page" });

    public static async Task<Office> OpenAsync(SampleApplication application, IBrowserContext visitor)
    {
        var office = new Office(application, await visitor.NewPageAsync());
        await office.GotoAsync("/");
        return office;
    }

    public Task GotoAsync(string path) => Page.GotoAsync(application.At(path).AbsoluteUri);

    /// <summary>Goes from the list to the page where the signers are named.</summary>
    public async Task UploadAsync(string name)
    {
        await GotoAsync("/contracts/new");
        await ChooseAsync(name, ContractFile);
        await SubmitUploadAsync();
        await PageIsShownAsync(1);
    }

    public async Task ChooseAsync(string name, string path)
    {
        await Page.GetByLabel("The contract, a PDF").SetInputFilesAsync(path);
        await Page.GetByLabel("Its name").FillAsync(name);
    }

    public Task SubmitUploadAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Go on to the signers" }).ClickAsync();

    /// <summary>Waits until pdf.js has drawn a page.</summary>
    public Task PageIsShownAsync(int number) => Page.Locator($"#sheet[data-shown='{number}']").WaitForAsync();

    /// <summary>The fields of one signer, counted from 1.</summary>
    public ILocator Signer(int number) => Page.Locator("[data-signer]").Nth(number - 1);

    /// <summary>The box of one signer on the page, counted from 1.</summary>
    public ILocator Box(int number) => Page.Locator(".box").Nth(number - 1);

    public async Task NameAsync(int signer, string name, string email = "")
    {
        await Signer(signer).GetByLabel("Name").FillAsync(name);
        await Signer(signer).GetByLabel("E-mail").FillAsync(email);
    }

    public Task AddSignerAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Add a signer" }).ClickAsync();

    public async Task<(int Page, int X, int Y)> PlaceOfAsync(int signer)
    {
        string[] values =
        [
            await Signer(signer).GetByLabel("Page").InputValueAsync(),
            await Signer(signer).GetByLabel("From left").InputValueAsync(),
            await Signer(signer).GetByLabel("From top").InputValueAsync(),
        ];
        int[] numbers = [.. values.Select(value => int.Parse(value, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], numbers[2]);
    }

    public Task SendAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Send for signature" }).ClickAsync();

    /// <summary>From an empty form to a contract that can be signed.</summary>
    public async Task SendContractAsync(string name, params string[] signers)
    {
        await UploadAsync(name);
        for (int number = 1; number <= signers.Length; number++)
        {
            if (number > 1)
            {
                await AddSignerAsync();
            }

            await NameAsync(number, signers[number - 1]);
        }

        await SendAsync();
        await StateIsAsync("Out for signature");
    }

    public Task StateIsAsync(string state) => Assertions.Expect(Page.Locator("#state .chip")).ToHaveTextAsync(state);

    public async Task<string> LinkOfAsync(string signer)
        => (await Page.GetByRole(AriaRole.Link, new() { Name = $"Open the signing page of {signer}" }).GetAttributeAsync("href"))!;

    /// <summary>Asserts that a page can be used by everybody, and that nothing of it is beside the screen.</summary>
    public async Task AssertUsableAsync()
    {
        await Chromium.AssertAccessibleAsync(Page);
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");
    }
}
