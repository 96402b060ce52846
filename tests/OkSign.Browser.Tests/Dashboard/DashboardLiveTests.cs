using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkSign.Browser.Tests.Dashboard;

public sealed class DashboardLiveTests(Chromium chromium)
{
    [Fact]
    public async Task Dashboard_OkSign_ShowsWhatHappensWithoutReload()
    {
        await using Application application = await Application.StartAsync(500);
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium, configure: options => options.CallbackUrl = application.Callback);
        await scene.Page.EvaluateAsync("window.sameDocument = true");
        ILocator documents = scene.Section("oksign").Locator("tbody > tr");
        await Assertions.Expect(documents).ToHaveCountAsync(0);

        SignatureRequest request = await scene.SendContractAsync();
        await Assertions.Expect(documents).ToHaveCountAsync(1);
        await Assertions.Expect(documents).ToContainTextAsync("contract.pdf");
        await Assertions.Expect(documents.Locator(".people li").Nth(1)).ToContainTextAsync("Anna Example signs first");
        await Assertions.Expect(scene.Section("messages").Locator("tbody > tr")).ToContainTextAsync(["anna@example.com"]);

        await scene.SignAsync(request, 0);
        await Assertions.Expect(documents.Locator(".people li").First).ToContainTextAsync("with Pen");
        await Assertions.Expect(scene.Section("messages").Locator("tbody > tr")).ToContainTextAsync(["bert@example.com", "anna@example.com"]);
        await Assertions.Expect(scene.Section("callbacks").Locator("tbody > tr")).ToContainTextAsync("500");
        await Assertions.Expect(scene.Section("credits")).ToContainTextAsync("124 of 125 credits left");

        await scene.SignAsync(request, 1);
        await Assertions.Expect(documents.Locator("td[data-label=State]")).ToHaveTextAsync("Signed");
        await Assertions.Expect(documents.GetByRole(AriaRole.Link, new() { Name = "Audit trail of contract.pdf" })).ToBeVisibleAsync();
        Assert.True(await scene.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.DoesNotContain("do-not-show", await scene.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_OkDokument_ShowsWhatHappensWithoutReload()
    {
        await using Application application = await Application.StartAsync(204);
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);
        ILocator document = scene.Section("okdokument").Locator("tbody > tr");

        SigningRound round = await scene.SendLeaseAsync(application.Callback);
        await Assertions.Expect(document).ToContainTextAsync("Eva Nova Open");
        await scene.SignAsync(round);

        await Assertions.Expect(document.Locator("td[data-label=State]")).ToHaveTextAsync("Signed");
        await Assertions.Expect(scene.Section("callbacks").Locator("tbody > tr")).ToContainTextAsync("204");
        ILocator code = scene.Section("messages").Locator("tbody > tr").Filter(new() { HasText = "+421900000001" });
        await code.Locator("summary").ClickAsync();
        await Assertions.Expect(code.Locator("code")).ToHaveTextAsync(scene.Emulator.OkDokument.Messages.Single(message => message.Code is not null).Code!);
    }

    [Fact]
    public async Task Dashboard_Updated_KeepsFocusAndPlace()
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);
        await scene.LiveAsync(scene.Emulator.Dashboard);
        ILocator copy = scene.Section("messages").GetByRole(AriaRole.Button, new() { Name = "Copy link to the link in the message to anna@example.com" }).Last;
        await copy.ScrollIntoViewIfNeededAsync();
        await copy.FocusAsync();
        float before = (await copy.BoundingBoxAsync())!.Y;
        await Assertions.Expect(scene.Section("oksign").Locator("tbody > tr")).ToHaveCountAsync(4);

        await scene.SendContractAsync("one more.pdf");
        await Assertions.Expect(scene.Section("oksign").Locator("tbody > tr")).ToHaveCountAsync(5);

        await Assertions.Expect(copy).ToBeFocusedAsync();
        Assert.InRange((await copy.BoundingBoxAsync())!.Y, before - 1, before + 1);
    }

    [Fact]
    public async Task Dashboard_Updated_KeepsWhatIsOpen()
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);
        await scene.SendContractAsync();
        ILocator message = scene.Section("messages").Locator("tbody > tr").Filter(new() { HasText = "anna@example.com" }).Last;
        await message.Locator("summary").ClickAsync();
        IFrameLocator mail = message.FrameLocator("iframe");
        await Assertions.Expect(mail.Locator("b")).ToHaveTextAsync("ready to sign");

        await scene.SendContractAsync("second.pdf");

        await Assertions.Expect(scene.Section("messages").Locator("tbody > tr")).ToHaveCountAsync(2);
        await Assertions.Expect(message.Locator("details")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(mail.Locator("b")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Dashboard_Updated_TellsItPolitely()
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);
        ILocator news = scene.Page.GetByRole(AriaRole.Status);
        await Assertions.Expect(news).ToBeEmptyAsync();

        await scene.OkSign.Documents.UploadAsync(DashboardScene.Pdf("draft.pdf"), TestContext.Current.CancellationToken);

        await Assertions.Expect(news).ToHaveTextAsync("draft.pdf was uploaded.");
    }

    [Fact]
    public async Task Dashboard_EmulatorStops_SaysSo()
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);

        await scene.Emulator.DisposeAsync();

        await Assertions.Expect(scene.Page.Locator("#live")).ToHaveTextAsync("Not connected");
    }

    [Fact]
    public async Task Dashboard_Key_IsShownAndCopiedOnlyWhenAskedTo()
    {
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium);
        await scene.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        string key = scene.Emulator.Authorization;
        await Assertions.Expect(scene.Section("oksign")).ToBeVisibleAsync();
        Assert.DoesNotContain(key, await scene.Page.ContentAsync(), StringComparison.Ordinal);

        await scene.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the key of OKSign" }).ClickAsync();
        await Assertions.Expect(scene.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied");
        Assert.Equal(key, await scene.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.DoesNotContain(key, await scene.Page.ContentAsync(), StringComparison.Ordinal);

        ILocator reveal = scene.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal the key of OKSign" });
        await reveal.PressAsync("Enter");
        await Assertions.Expect(scene.Page.GetByText(key)).ToBeVisibleAsync();
        await Assertions.Expect(reveal).ToBeFocusedAsync();
    }
}
