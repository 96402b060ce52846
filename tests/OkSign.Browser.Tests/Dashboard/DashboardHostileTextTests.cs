using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;

namespace OkSign.Browser.Tests.Dashboard;

public sealed class DashboardHostileTextTests(Chromium chromium)
{
    private const string Hostile = "<img src=x onerror=\"top.hacked=1\"><script>top.hacked=1</script><a href=\"javascript:top.hacked=1\">x</a>";

    // Short, and without what a file name must not have.
    private const string HostileName = "<img src=x onerror=top.hacked=1>";

    [Fact]
    public async Task Dashboard_ScriptInEveryText_ShowsItAndRunsNothing()
    {
        await using Application application = await Application.StartAsync(500);
        var hostileCallback = new Uri($"{application.Callback}&{Uri.EscapeDataString(Hostile)}={Uri.EscapeDataString(Hostile)}");
        await using DashboardScene scene = await DashboardScene.OpenAsync(chromium, configure: options => options.CallbackUrl = hostileCallback);
        List<string> asked = [];
        scene.Page.Request += (_, request) => asked.Add(request.Url);
        SignatureRequest request = await scene.OkSign.NewSignatureRequest(DashboardScene.Pdf("contract.pdf"))
            .DocumentName($"{HostileName}.pdf")
            .Signer(Hostile, "anna@example.com", anna => anna.ActingAs(Hostile).Signature(at => at.Page(1).Position(100, 500), SigningMethod.Pen))
            .NotifyByEmail(mail => mail.Subject(Hostile).Body(Hostile).Sender(Hostile))
            .SendAsync(TestContext.Current.CancellationToken);
        await scene.SignAsync(request, 0);
        await scene.OkDokument.NewSignatureRequest(DashboardScene.Pdf("lease.pdf"))
            .SignAnywhere()
            .AskForName(HostileName)
            .InviteByEmail("eva@example.com", replyTo: "agent@example.com", senderName: "Agency", message: Hostile)
            .SendAsync(TestContext.Current.CancellationToken);
        using (var http = new HttpClient())
        {
            await http.GetAsync(new Uri(scene.Emulator.Dashboard, $"/{Uri.EscapeDataString(Hostile)}"), TestContext.Current.CancellationToken);
        }

        await scene.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        await Assertions.Expect(scene.Section("callbacks").Locator("summary")).ToHaveCountAsync(1);
        await Assertions.Expect(scene.Section("messages").Locator("summary")).ToHaveCountAsync(2);
        foreach (ILocator summary in await scene.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        IFrameLocator mail = scene.Page.FrameLocator("iframe");
        await Assertions.Expect(mail.Locator("a")).ToBeVisibleAsync();
        await mail.Locator("a").ClickAsync();

        await Assertions.Expect(scene.Section("oksign").Locator(".people strong").First).ToHaveTextAsync(Hostile);
        await Assertions.Expect(scene.Section("oksign").Locator(".name")).ToHaveTextAsync($"{HostileName}.pdf");
        await Assertions.Expect(scene.Section("okdokument").Locator(".people strong")).ToHaveTextAsync(HostileName);
        await Assertions.Expect(scene.Section("messages")).ToContainTextAsync(Hostile);
        await Assertions.Expect(scene.Page.Locator("main img, main script, main a[href^=javascript]")).ToHaveCountAsync(0);
        Assert.Null(await scene.Page.EvaluateAsync<int?>("window.hacked ?? null"));
        Assert.All(asked, url => Assert.StartsWith(scene.Emulator.Dashboard.AbsoluteUri, url, StringComparison.Ordinal));
    }
}
