using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>What OKSign calls, and what becomes of it.</summary>
public sealed class CallbackTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callback_OfTheService_IsConfirmedAndHandled()
    {
        await using Portal portal = await Portal.StartAsync();
        await portal.RegisterUrlsAsync();
        SignatureRequest request = await portal.SendAsync();

        await portal.SignAsync(request.Signers[0]);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        SignaturePlaced signature = Assert.IsType<SignaturePlaced>(Assert.Single(portal.Handled.All));
        Assert.Equal(request.DocumentId, signature.SourceDocumentId);
        Assert.Equal(await portal.CopyOfAsync(request), signature.SignedDocumentId);
        Assert.Equal(request.Signers[0].Id, signature.SignerId);
        Assert.Equal((1, 2), (signature.SignaturesPlaced, signature.SignaturesRequired));
        Assert.Equal(("contract.pdf", portal.Clock.GetUtcNow(), 1), (signature.FileName, signature.SignedAt, signature.Attempt));
        Assert.Equal([200], portal.Emulator.Callbacks.Select(static callback => callback.StatusCode));
    }

    [Fact]
    public async Task Callback_OfTheLastSignature_CompletesTheDocumentAfterIt()
    {
        await using Portal portal = await Portal.StartAsync();
        await portal.RegisterUrlsAsync();
        SignatureRequest request = await portal.SendAsync();

        await portal.SignAsync(request.Signers[0]);
        await portal.SignAsync(request.Signers[1]);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        // Both calls came when both had signed; the first one led to all there was to tell.
        Assert.Equal(request.Signers.Select(static signer => (SignerId?)signer.Id), portal.Handled.Signatures.Select(static signature => signature.SignerId));
        DocumentCompleted document = Assert.IsType<DocumentCompleted>(portal.Handled.All[^1]);
        Assert.Equal((request.DocumentId, await portal.CopyOfAsync(request), "contract.pdf"), (document.SourceDocumentId, document.SignedDocumentId, document.FileName));
        Assert.Equal(3, portal.Handled.All.Count);
    }

    [Fact]
    public async Task Callback_ThatComesAgain_IsAnsweredWithoutAskingTheService()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);
        await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
        int questions = portal.Questions();

        for (int time = 0; time < 5; time++)
        {
            using HttpResponseMessage again = await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        Assert.Single(portal.Handled.All);
        Assert.Equal(questions, portal.Questions());
    }

    [Fact]
    public async Task Callback_ManyTimesAtOnce_IsHandledOnce()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id)));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(portal.Handled.All);
    }

    [Fact]
    public async Task Callback_WithoutTheSigner_TellsEverySignature()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        await portal.SignAsync(request.Signers[1]);

        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), signer: null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, portal.Handled.Signatures.Count());
        Assert.Single(portal.Handled.Completions);
    }

    [Fact]
    public async Task Callback_OfADocumentThatIsNotThere_IsRefused()
    {
        await using Portal portal = await Portal.StartAsync();

        using HttpResponseMessage answer = await portal.CallAsync(
            new("123456-00000000-0000-4000-8000-000000000001"), new("123456-00000000-0000-4000-8000-000000000002"), Portal.Anna);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(portal.Handled.All);
    }

    [Fact]
    public async Task Callback_ThatClaimsAnotherDocumentsCopy_IsRefused()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest signed = await portal.SendAsync();
        SignatureRequest other = await portal.SendAsync();
        await portal.SignAsync(signed.Signers[0]);

        using HttpResponseMessage answer = await portal.CallAsync(other.DocumentId, await portal.CopyOfAsync(signed), Portal.Anna);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(portal.Handled.All);
    }

    [Fact]
    public async Task Callback_ThatIsAheadOfTheService_IsLookedIntoAgain()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);

        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[1].Id);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.DoesNotContain(portal.Handled.Signatures, signature => signature.SignerId == request.Signers[1].Id);

        await portal.SignAsync(request.Signers[1]);
        await portal.MoveOnAsync(AMinute);

        Assert.Contains(portal.Handled.Signatures, signature => signature.SignerId == request.Signers[1].Id);
    }

    [Fact]
    public async Task Callback_ThatNeverComesTrue_IsDropped()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[1].Id);
        int before = portal.Handled.All.Count;

        await portal.MoveOnAsync(TimeSpan.FromHours(1));
        int questions = portal.Questions();
        await portal.SignAsync(request.Signers[1]);
        await portal.MoveOnAsync(TimeSpan.FromHours(1));

        Assert.Equal(before, portal.Handled.All.Count);
        Assert.Equal(questions, portal.Questions());
    }

    [Fact]
    public async Task Handler_ThatThrows_IsCalledAgainUntilItDoesNot()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        portal.Handled.Behaviour = (_, _) => portal.Handled.All.Count < 3 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;

        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[0].Id);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        using HttpResponseMessage again = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[0].Id);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);

        int questions = portal.Questions();
        for (int minute = 0; minute < 5; minute++)
        {
            await portal.MoveOnAsync(AMinute);
        }

        Assert.Equal([1, 2, 3], portal.Handled.Signatures.Select(static signature => signature.Attempt));
        Assert.Single(portal.Handled.Signatures.Select(static signature => signature.Key).Distinct());
        Assert.Equal(questions, portal.Questions());
    }

    [Fact]
    public async Task Handler_ThatFailsOnTheSignature_DoesNotKeepTheDocumentFromBeingComplete()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        await portal.SignAsync(request.Signers[1]);
        portal.Handled.Behaviour = static (occurred, _) => occurred is SignaturePlaced ? throw new InvalidOperationException("No.") : Task.CompletedTask;

        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[1].Id);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Single(portal.Handled.Completions);
    }

    [Fact]
    public async Task Handler_ThatTakesLong_DoesNotKeepTheServiceWaiting()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);
        var isDone = new TaskCompletionSource();
        portal.Handled.Behaviour = (_, _) => isDone.Task;

        Task<HttpResponseMessage> call = portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
        await portal.Handled.CountAsync(1);
        portal.Clock.Advance(TimeSpan.FromSeconds(6));
        using HttpResponseMessage answer = await call;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);

        isDone.SetResult();
        await portal.MoveOnAsync(AMinute);
        using HttpResponseMessage again = await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(portal.Handled.All);
    }

    [Fact]
    public async Task Handler_ThatNeverEnds_IsToldToAndCalledAgain()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        portal.Handled.Behaviour = (_, cancellationToken) => portal.Handled.All.Count == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;

        Task<HttpResponseMessage> call = portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[0].Id);
        await portal.Handled.CountAsync(1);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        using HttpResponseMessage answer = await call;
        while (portal.Handled.All.Count < 2)
        {
            await portal.MoveOnAsync(AMinute);
        }

        Assert.Equal([1, 2], portal.Handled.Signatures.Select(static signature => signature.Attempt));
    }

    [Fact]
    public async Task Service_ThatCannotBeAsked_IsAskedAgain()
    {
        await using Portal portal = await Portal.StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);
        portal.Emulator.Faults.Inject("Linkedlist.retrieve", EmulatorFault.Status(HttpStatusCode.InternalServerError));

        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(portal.Handled.All);

        await portal.MoveOnAsync(AMinute);

        Assert.Single(portal.Handled.Signatures);
    }

    [Theory]
    [InlineData("source_docid=a%00b&signed_docid=c")]
    [InlineData("nothing=known")]
    [InlineData("filename=only.pdf")]
    public async Task Callback_ThatCannotBeRead_IsRefused(string query)
    {
        await using Portal portal = await Portal.StartAsync();

        using HttpResponseMessage answer = await portal.Http.GetAsync(new Uri($"/oksign/callback?{query}&secret={Portal.Secret}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, portal.Questions());
    }

    [Fact]
    public async Task Callback_WithMoreParametersThanThereCanBe_IsRefused()
    {
        await using Portal portal = await Portal.StartAsync();
        string query = string.Join('&', Enumerable.Range(0, 300).Select(static number => $"p{number}=1"));

        using HttpResponseMessage answer = await portal.Http.GetAsync(new Uri($"/oksign/callback?secret={Portal.Secret}&{query}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Callback_WithAQueryOfTenMegabytes_IsRefusedBeforeItIsRead()
    {
        await using Portal portal = await Portal.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(portal.Address.Host, portal.Address.Port, Cancel);
        NetworkStream stream = connection.GetStream();

        // The server answers and closes while it is still being written to.
        await Record.ExceptionAsync(async () => await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /oksign/callback?secret={Portal.Secret}&source_docid=123456-00000000-0000-4000-8000-000000000001&filename={new string('x', 10_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"), Cancel));
        byte[] start = new byte[12];
        Exception? reset = await Record.ExceptionAsync(async () => await stream.ReadExactlyAsync(start, Cancel));

        Assert.True(reset is IOException || Encoding.ASCII.GetString(start) == "HTTP/1.1 414");
        Assert.Equal(0, portal.Questions());
    }

    [Theory]
    [InlineData("/oksign/callback", "POST")]
    [InlineData("/oksign/callback", "DELETE")]
    [InlineData("/oksign/delivery-error", "POST")]
    [InlineData("/oksign/return", "POST")]
    [InlineData("/okdokument/completion", "GET")]
    [InlineData("/okdokument/result", "POST")]
    public async Task Call_WithAnotherMethod_IsRefused(string path, string method)
    {
        await using Portal portal = await Portal.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{path}?secret={Portal.Secret}", UriKind.Relative));

        using HttpResponseMessage answer = await portal.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Store_ThatIsAway_HasTheServiceCallAgain()
    {
        var store = new AbsentStore();
        await using Portal portal = await Portal.StartAsync(services: services => services.AddSingleton<IOkSignEventStore>(store));
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);

        store.IsAway = true;
        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        store.IsAway = false;
        using HttpResponseMessage again = await portal.CallAsync(request.DocumentId, copy, request.Signers[0].Id);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(portal.Handled.All);
    }

    [Fact]
    public async Task Store_ThatTakesLong_IsWaitedForBeforeTheAnswer()
    {
        var store = new AbsentStore();
        await using Portal portal = await Portal.StartAsync(services: services => services.AddSingleton<IOkSignEventStore>(store));
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        store.Adding = new TaskCompletionSource();

        Task<HttpResponseMessage> call = portal.CallAsync(request.DocumentId, await portal.CopyOfAsync(request), request.Signers[0].Id);
        await store.Asked.Task.WaitAsync(Cancel);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(call.IsCompleted);
        store.Adding.SetException(new IOException("The disk is full."));

        using HttpResponseMessage answer = await call;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task Completion_ThatTheFirstCallDidNotKnowOf_IsToldByALaterOne()
    {
        await using Portal portal = await Portal.StartAsync(polls: true);
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        await portal.SignAsync(request.Signers[1]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);

        // As if it had been told when the counts were not up to date.
        EventDispatcher dispatcher = portal.Services.GetRequiredService<EventDispatcher>();
        foreach (RequestedSigner signer in request.Signers)
        {
            StoredEvent early = new SignatureFacts(request.DocumentId.Value, copy.Value, signer.Id?.Value, "contract.pdf", SignedAt: null, Placed: null, Required: null).ToEvent();
            await dispatcher.StoreAsync(early, Cancel);
            await dispatcher.HandleAsync(early.Key);
        }

        Assert.Empty(portal.Handled.Completions);
        using HttpResponseMessage answer = await portal.CallAsync(request.DocumentId, copy, request.Signers[1].Id);

        Assert.Single(portal.Handled.Completions);
        Assert.Equal(2, portal.Handled.Signatures.Count());
    }

    [Fact]
    public async Task Stop_WhileAHandlerWorks_GivesTheEventToTheNextHost()
    {
        var store = new InMemoryEventStore();
        var clock = new PortalClock();
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { TimeProvider = clock }, Cancel);
        Portal first = await Portal.StartAsync(services: services => services.AddSingleton<IOkSignEventStore>(store), emulator: emulator, clock: clock);
        SignatureRequest request = await first.SendAsync();
        await first.SignAsync(request.Signers[0]);
        first.Handled.Behaviour = static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        Task call = first.CallAsync(request.DocumentId, await first.CopyOfAsync(request), request.Signers[0].Id);
        await first.Handled.CountAsync(1);

        await first.StopAsync();
        await Record.ExceptionAsync(() => call);
        await using Portal second = await Portal.StartAsync(services: services => services.AddSingleton<IOkSignEventStore>(store), emulator: emulator, clock: clock);
        await second.Handled.CountAsync(1);

        Assert.Equal(2, Assert.Single(second.Handled.Signatures).Attempt);
    }
}
