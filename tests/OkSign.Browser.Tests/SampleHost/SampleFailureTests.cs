using System.Net;
using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Emulator;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>What the sample does when the service, the network or the sample itself fails: nothing is sent twice, nothing is lost.</summary>
public sealed class SampleFailureTests(Chromium chromium)
{
    [Fact]
    public async Task Upload_WhoseAnswerIsLost_IsLookedForAndNotSentTwice()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        service.Faults.Inject("Document.upload", EmulatorFault.Reset() with { AfterWork = true });

        await desk.SendAsync();

        // Nothing here sends it again.
        await desk.StateIsAsync("Uncertain");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Perhaps it was sent, and perhaps not" })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToHaveCountAsync(0);
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, "sample-uncertain");

        // It was there, without signers: removed, it is a draft again, with all that was typed.
        await LookAsync(desk);
        await desk.PageIsShownAsync(1);
        await Assertions.Expect(desk.Signer(1).GetByLabel("Name")).ToHaveValueAsync("Anna Example");
        await desk.SendAsync();
        await desk.StateIsAsync("Out for signature");
        Assert.Equal(2, CountOf(service, "Document.upload"));
        Assert.Equal(1, CountOf(service, "Document.remove"));
    }

    [Fact]
    public async Task Descriptor_WhoseAnswerIsLost_IsFoundAndSigned()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        await desk.AddSignerAsync();
        await desk.NameAsync(2, "Anna Example", "other.anna@example.com");
        service.Faults.Inject("FormDesc.upload", EmulatorFault.Html(HttpStatusCode.BadGateway) with { AfterWork = true });
        await desk.SendAsync();
        await desk.StateIsAsync("Uncertain");

        await LookAsync(desk);

        await desk.StateIsAsync("Out for signature");
        await using IBrowserContext signer = await chromium.NewVisitorAsync();
        await SignerVisitor.SignAsync(signer, (await desk.SignerLinks.First.GetAttributeAsync("href"))!);
        await Assertions.Expect(desk.SignerLinks).ToHaveCountAsync(1);
        string mailed = Assert.Single(service.Messages, message => message.Recipient == "other.anna@example.com").SigningLink!.AbsoluteUri;
        Assert.Equal(mailed, await desk.SignerLinks.GetAttributeAsync("href"));
        await SignerVisitor.SignAsync(signer, mailed);
        await desk.StateIsAsync("Signed by all");
        Assert.Equal((1, 1), (CountOf(service, "Document.upload"), CountOf(service, "FormDesc.upload")));
    }

    [Fact]
    public async Task Looking_WhileTheServiceIsAway_ChangesNothing()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        service.Faults.Inject("Document.upload", EmulatorFault.Reset());
        await desk.SendAsync();
        await desk.StateIsAsync("Uncertain");
        service.Faults.Inject("Documents.active", EmulatorFault.Status(HttpStatusCode.Unauthorized));

        await LookAsync(desk);

        await Assertions.Expect(desk.Problems.First).ToContainTextAsync("OKSign does not accept the key of this application.");
        await desk.StateIsAsync("Uncertain");
    }

    [Fact]
    public async Task Refusal_OfTheService_IsToldAndKeepsWhatWasTyped()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        service.Faults.Inject("FormDesc.upload", EmulatorFault.Failed("Out of <b>credits</b>"));

        await desk.SendAsync();

        await Assertions.Expect(desk.Problems.First).ToHaveTextAsync("It was not sent. OKSign refuses it: Out of <b>credits</b>.");
        await Assertions.Expect(desk.Signer(1).GetByLabel("Name")).ToHaveValueAsync("Anna Example");
        Assert.Equal(1, CountOf(service, "Document.remove"));
        await desk.SendAsync();
        await desk.StateIsAsync("Out for signature");
    }

    [Fact]
    public async Task Sending_WhenTheBrowserGoesAway_IsNotCutInHalf()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        string contract = new Uri(desk.Page.Url).AbsolutePath.Replace("/prepare", "", StringComparison.Ordinal);
        service.Faults.Inject("Document.upload", EmulatorFault.Delay(TimeSpan.FromSeconds(2)));

        await desk.Page.EvaluateAsync("document.getElementById('prepare').requestSubmit()");
        await service.Faults.HeldAsync(TestContext.Current.CancellationToken);
        await desk.Page.CloseAsync();
        Office again = await Office.OpenAsync(application, office);
        await again.GotoAsync(contract);

        await again.StateIsAsync("Out for signature");
        await Assertions.Expect(again.SignerLinks).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Application_ThatEndsWhileSending_KnowsThatItDoesNotKnow()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        string contract;
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        await using (SampleApplication application = await SampleApplication.StartAsync(folder, service))
        {
            Office desk = await Office.OpenAsync(application, office);
            await desk.UploadAsync("Lease");
            await desk.NameAsync(1, "Anna Example");
            contract = new Uri(desk.Page.Url).AbsolutePath.Replace("/prepare", "", StringComparison.Ordinal);
            service.Faults.Inject("Document.upload", EmulatorFault.NoAnswer() with { AfterWork = true });
            await desk.Page.EvaluateAsync("document.getElementById('prepare').requestSubmit()");
            await service.Faults.HeldAsync(TestContext.Current.CancellationToken);
            await application.KillAsync();
        }

        await using SampleApplication again = await SampleApplication.StartAsync(folder, service);
        Office nextDay = await Office.OpenAsync(again, office);
        await nextDay.GotoAsync(contract);

        await nextDay.StateIsAsync("Uncertain");
        await LookAsync(nextDay);
        await nextDay.PageIsShownAsync(1);
        Assert.Equal(1, CountOf(service, "Document.remove"));
    }

    [Fact]
    public async Task Invitation_ThatDidNotArriveWhileTheApplicationWasAway_IsTold()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        service.FailDelivery("anna@example.com", reason: "<b onclick=alert(1)>no such mailbox</b>");
        using var folder = new TemporaryFolder();
        string contract;
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        await using (SampleApplication application = await SampleApplication.StartAsync(folder, service))
        {
            Office desk = await Office.OpenAsync(application, office);
            await desk.UploadAsync("Lease");
            await desk.NameAsync(1, "Anna Example", "anna@example.com");
            await desk.SendAsync();
            await desk.StateIsAsync("Out for signature");
            contract = new Uri(desk.Page.Url).AbsolutePath;
        }

        await using SampleApplication again = await SampleApplication.StartAsync(folder, service);
        Office nextDay = await Office.OpenAsync(again, office);
        await nextDay.GotoAsync(contract);

        await Assertions.Expect(nextDay.Problems).ToHaveTextAsync("An invitation did not arrive: anna@example.com: <b onclick=alert(1)>no such mailbox</b>");
        await nextDay.AssertUsableAsync();
    }

    [Fact]
    public async Task Contract_OfAFormerEmulator_IsShownAsSuch()
    {
        using var folder = new TemporaryFolder();
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        await using (SampleApplication application = await SampleApplication.StartAsync(folder))
        {
            Office desk = await Office.OpenAsync(application, office);
            await desk.SendContractAsync("Lease", "Anna Example");
        }

        await using SampleApplication again = await SampleApplication.StartAsync(folder);
        Office nextDay = await Office.OpenAsync(again, office);

        await Assertions.Expect(nextDay.Page.Locator(".list .chip")).ToHaveTextAsync("of a former emulator");
        await nextDay.Page.GetByRole(AriaRole.Link, new() { Name = "Lease" }).ClickAsync();
        await Assertions.Expect(nextDay.Problems.First).ToContainTextAsync("This is a contract of a former emulator.");
        await Assertions.Expect(nextDay.SignerLinks).ToHaveCountAsync(0);
        await nextDay.AssertUsableAsync();
    }

    [Fact]
    public async Task Download_ThatTheServiceRefuses_ShowsAPageThatSaysWhy()
    {
        await using OkSignEmulator service = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        await using SampleApplication application = await SampleApplication.StartAsync(folder, service);
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(application, office);
        await desk.SendContractAsync("Lease", "Anna Example");
        await using IBrowserContext signer = await chromium.NewVisitorAsync();
        await SignerVisitor.SignAsync(signer, await desk.LinkOfAsync("Anna Example"));
        await desk.StateIsAsync("Signed by all");
        service.Faults.InjectAlways("Document.retrieve", EmulatorFault.Status(HttpStatusCode.Unauthorized));

        IResponse answer = await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.GetByRole(AriaRole.Link, new() { Name = "Signed contract" }).ClickAsync(), response => response.Url.EndsWith("/signed.pdf", StringComparison.Ordinal));

        Assert.Equal(500, answer.Status);
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("OKSign did not do that");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("OKSign does not accept the key of this application.");
        await desk.AssertUsableAsync();
        await Chromium.ScreenshotAsync(desk.Page, "sample-error");
    }

    private static int CountOf(OkSignEmulator service, string operation)
        => service.Requests.Count(request => request.Operation == operation && request.CarriedOut);

    private static Task LookAsync(Office desk) => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Look at OKSign" }).ClickAsync();
}
