using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.Polling;

/// <summary>What is learned without a call.</summary>
public sealed class PollingTests
{
    private static readonly TimeSpan Interval = SignedFeedOptions.MinInterval;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signatures_ThatNoCallTold_AreHandled()
    {
        await using Portal portal = await Portal.StartAsync(polls: true);
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        await portal.SignAsync(request.Signers[1]);

        await PollAsync(portal);
        await portal.Handled.CountAsync(3);

        Assert.Equal(2, portal.Handled.Signatures.Count());
        Assert.Equal(await portal.CopyOfAsync(request), Assert.Single(portal.Handled.Completions).SignedDocumentId);
    }

    [Fact]
    public async Task Signatures_ThatCallbackAndFeedTell_AreHandledOnce()
    {
        await using Portal portal = await Portal.StartAsync(polls: true);
        await portal.RegisterUrlsAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);
        Assert.Single(portal.Handled.All);

        // The feed tells both, of which one is known.
        await portal.Emulator.Signer(request.Signers[1].SigningUrl).SignAsync(cancellationToken: Cancel);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);
        await PollAsync(portal);
        await PollAsync(portal);

        Assert.Equal(3, portal.Handled.All.Count);
    }

    [Fact]
    public async Task Signatures_FromBeforeTheFirstStart_AreHandledAsFarAsItLooksBack()
    {
        await using Portal earlier = await Portal.StartAsync();
        SignatureRequest request = await earlier.SendAsync();
        await earlier.SignAsync(request.Signers[0]);
        earlier.Clock.Advance(TimeSpan.FromHours(20));

        await using Portal portal = await Portal.StartAsync(polls: true, emulator: earlier.Emulator, clock: earlier.Clock);
        await portal.Handled.CountAsync(1);

        Assert.Equal(request.Signers[0].Id, Assert.Single(portal.Handled.Signatures).SignerId);
    }

    [Fact]
    public async Task Checkpoint_AfterARestart_GoesOnWhereItWas()
    {
        var store = new InMemoryEventStore();
        await using Portal first = await Portal.StartAsync(polls: true, services: services => services.AddSingleton<IOkSignEventStore>(store));
        await WaitForPollAsync(first, 1);
        SignatureRequest request = await first.SendAsync();
        await first.StopAsync();

        await first.Emulator.Signer(request.Signers[0].SigningUrl).SignAsync(cancellationToken: Cancel);
        first.Clock.Advance(TimeSpan.FromDays(3));
        await using Portal second = await Portal.StartAsync(polls: true, services: services => services.AddSingleton<IOkSignEventStore>(store), emulator: first.Emulator, clock: first.Clock);
        await second.Handled.CountAsync(1);

        Assert.Equal(request.Signers[0].Id, Assert.Single(second.Handled.Signatures).SignerId);
    }

    [Fact]
    public async Task Feed_ThatEndsByItsCredentials_BeginsAgain()
    {
        await using Portal portal = await Portal.StartAsync(polls: true, services: static services => services.Configure<OkSignPollingOptions>(static options => options.RestartDelay = TimeSpan.FromMinutes(6)));
        await WaitForPollAsync(portal, 1);
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        portal.Emulator.Faults.Inject("Documents.signed", EmulatorFault.Status(HttpStatusCode.Unauthorized));

        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(TimeSpan.FromMinutes(6), 1);
        Assert.Empty(portal.Handled.All);
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        await portal.Handled.CountAsync(1);
    }

    [Fact]
    public async Task DeliveryError_ThatIsCalledAbout_IsAskedForAndHandledOnce()
    {
        await using Portal portal = await Portal.StartAsync();
        await portal.RegisterUrlsAsync();
        portal.Emulator.FailDelivery("anna@example.com", reason: "no such mailbox");
        await portal.Clock.BegunAsync(Interval, 1);

        await portal.OkSign.NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("Contract"), "contract.pdf"))
            .Signer("Anna Example", "anna@example.com", static anna => anna.Signature(static at => at.Page(1).Position(72, 600), SigningMethod.Pen))
            .NotifyByEmail(static mail => mail.Subject("Please sign").Body("<p>Hello</p>"))
            .SendAsync(Cancel);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);
        portal.Clock.Advance(Interval);
        await portal.Handled.CountAsync(1);

        DeliveryFailed failure = Assert.IsType<DeliveryFailed>(Assert.Single(portal.Handled.All));
        Assert.Equal((DeliveryEvent.HardBounce, "anna@example.com", "no such mailbox"), (failure.Error.Event, failure.Error.Email, failure.Error.Reason));
        Assert.Equal([202], portal.Emulator.Callbacks.Select(static callback => callback.StatusCode));

        // Later lists have it, too.
        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, 3);
        await portal.MoveOnAsync(Portal.ScanInterval);
        Assert.Equal(3, AsksOf(portal));
        Assert.Single(portal.Handled.All);
    }

    [Fact]
    public async Task DeliveryErrors_HoweverOftenCalledAbout_AreAskedForOnceInThreeMinutes()
    {
        await using Portal portal = await Portal.StartAsync();
        await portal.Clock.BegunAsync(Interval, 1);

        for (int call = 0; call < 10; call++)
        {
            await HintAsync(portal);
        }

        Assert.Equal(1, AsksOf(portal));
        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, 2);
        Assert.Equal(2, AsksOf(portal));

        // Once more for what is listed late, and no further time without a reason: this application does not poll.
        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, 3);
        portal.Clock.Advance(TimeSpan.FromHours(5));
        await portal.MoveOnAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, AsksOf(portal));
    }

    [Fact]
    public async Task DeliveryErrors_WhenTheListFails_AreAskedForAgain()
    {
        await using Portal portal = await Portal.StartAsync();
        await portal.Clock.BegunAsync(Interval, 1);
        portal.Emulator.Faults.Inject("Webhooks.retrieve", EmulatorFault.Status(HttpStatusCode.BadGateway));
        await HintAsync(portal);

        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, 2);
        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, 3);

        Assert.Equal(3, AsksOf(portal));
    }

    private static int AsksOf(Portal portal) => portal.Emulator.Requests.Count(static request => request.Operation == "Webhooks.retrieve");

    private static async Task HintAsync(Portal portal)
    {
        using HttpResponseMessage answer = await portal.Http.GetAsync(new Uri($"/oksign/delivery-error?event=spam&email=a@example.com&secret={Portal.Secret}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Waits until the list of signatures was asked for so often, and the feed waits again.</summary>
    private static async Task WaitForPollAsync(Portal portal, int times)
    {
        // The feed and the delivery errors wait for the same time; these wait but once.
        await portal.Clock.BegunAsync(Interval, times + 1);
    }

    /// <summary>Moves on to the next question about signatures, and waits until all that it told is handled.</summary>
    private static async Task PollAsync(Portal portal)
    {
        await WaitForPollAsync(portal, 1);
        int begun = portal.Clock.Begun(Interval);
        portal.Clock.Advance(Interval);
        await portal.Clock.BegunAsync(Interval, begun + 1);
        await portal.MoveOnAsync(Portal.ScanInterval);
    }
}
