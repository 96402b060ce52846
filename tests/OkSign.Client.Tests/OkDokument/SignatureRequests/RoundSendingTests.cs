using System.Net;
using System.Text.Json.Nodes;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.SignatureRequests;

/// <summary>The way of a round to the service, and what becomes of it when an answer is lost.</summary>
public sealed class RoundSendingTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkDokumentClient _client;

    public RoundSendingTests() => _client = TestOkDokument.Over(_network, _clock, static options => options.Retry.MaxRetries = 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Calls => _network.Requests.Select(static request => $"{request.Method} {request.Address.AbsolutePath}");

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Send_Answered_GivesTheRound()
    {
        _network.Answers(Dokument.Created());

        SigningRound round = await New().SendAsync(Cancel);

        Assert.Equal((Dokument.RequestId, Dokument.DocumentId, new Uri(Dokument.SigningUrlText)), (round.Id, round.DocumentId, round.SigningUrl));
        Assert.False(round.WasFound);
        Assert.Equal(nameof(SigningRound), round.ToString());
        Assert.Equal(["POST /JSON/signatureRequest"], Calls);
    }

    [Fact]
    public async Task Send_WithoutAnId_HasOneThatTheBuilderTells()
    {
        _network.Answers(Dokument.Created());
        SigningRoundBuilder builder = _client.NewSignatureRequest(Sample.File());

        await builder.SendAsync(Cancel);

        Assert.Equal(builder.Id.Value, (string?)JsonNode.Parse(_network.Requests[0].Text)!["signatureRequestId"]);
        Assert.NotEqual(builder.Id, _client.NewSignatureRequest(Sample.File()).Id);
    }

    [Fact]
    public async Task Send_AnswerLostAndRequestThere_GivesTheRoundThatWasFound()
    {
        _network.Fails(new IOException("Reset.")).Redirects(Dokument.ViewerUrlText);

        SigningRound round = await New().SendAsync(Cancel);

        Assert.True(round.WasFound);
        Assert.Equal((Dokument.RequestId, Dokument.DocumentId, Dokument.SigningUrlText), (round.Id, round.DocumentId, round.SigningUrl.AbsoluteUri));
        Assert.Equal(["POST /JSON/signatureRequest", $"GET /openDocument/{Dokument.RequestIdText}"], Calls);
        Assert.False(_network.Requests[1].Headers.ContainsKey("x-api-key"));
    }

    [Fact]
    public async Task Send_UnreadableAnswerAndRequestThere_GivesTheRoundThatWasFound()
    {
        _network.Answers("<html>").Redirects(Dokument.ViewerUrlText);

        Assert.True((await New().SendAsync(Cancel)).WasFound);
    }

    [Fact]
    public async Task Send_NextRoundLostAndThere_GivesTheRoundThatWasFound()
    {
        _network.Answers(HttpStatusCode.BadGateway).Redirects(Dokument.ViewerUrlText);

        SigningRound round = await _client.NextRound(Dokument.DocumentId).WithId(Dokument.RequestId).SendAsync(Cancel);

        Assert.Equal((true, Dokument.DocumentId), (round.WasFound, round.DocumentId));
    }

    [Fact]
    public async Task Send_NextRoundLostAndTheLinkOfAnotherDocument_IsNotTakenForSent()
    {
        _network.Answers(HttpStatusCode.BadGateway).Redirects("https://dokument.example/viewDocument?id=another");

        await Assert.ThrowsAsync<OkSignTransportException>(() => _client.NextRound(Dokument.DocumentId).WithId(Dokument.RequestId).SendAsync(Cancel));
    }

    [Fact]
    public async Task Send_AgainAfterALostAnswer_LooksFirst()
    {
        _network.Fails(new IOException("Reset.")).Answers("", HttpStatusCode.BadRequest).Redirects(Dokument.ViewerUrlText);
        SigningRoundBuilder builder = New();
        await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        SigningRound round = await builder.SendAsync(Cancel);

        Assert.True(round.WasFound);
        Assert.Equal(["POST /JSON/signatureRequest", $"GET /openDocument/{Dokument.RequestIdText}", $"GET /openDocument/{Dokument.RequestIdText}"], Calls);
    }

    [Fact]
    public async Task Send_AgainAndStillNotThere_SendsIt()
    {
        _network.Fails(new IOException("Reset."))
            .Answers("", HttpStatusCode.BadRequest)
            .Answers("", HttpStatusCode.BadRequest)
            .Answers(Dokument.Created());
        SigningRoundBuilder builder = New();
        await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        SigningRound round = await builder.SendAsync(Cancel);

        Assert.False(round.WasFound);
        Assert.Equal(2, Calls.Count(static call => call == "POST /JSON/signatureRequest"));
    }

    [Fact]
    public async Task Send_AgainAndMeanwhileThere_FindsItAtTheConflict()
    {
        _network.Fails(new IOException("Reset."))
            .Answers("", HttpStatusCode.BadRequest)
            .Answers("", HttpStatusCode.BadRequest)
            .Answers(Dokument.Refused("err.used", Dokument.RequestIdText), HttpStatusCode.Conflict)
            .Redirects(Dokument.ViewerUrlText);
        SigningRoundBuilder builder = New();
        await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        Assert.True((await builder.SendAsync(Cancel)).WasFound);
    }

    [Fact]
    public async Task Send_AgainAfterOneThatSurelyWasNotSent_DoesNotLookFirst()
    {
        _network.Fails(new HttpRequestException(HttpRequestError.NameResolutionError)).Answers(Dokument.Created());
        SigningRoundBuilder builder = New();
        await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        await builder.SendAsync(Cancel);

        Assert.Equal(["POST /JSON/signatureRequest", "POST /JSON/signatureRequest"], Calls);
    }

    [Fact]
    public async Task Send_AgainWithAnotherId_DoesNotLookFirst()
    {
        _network.Fails(new IOException("Reset.")).Answers("", HttpStatusCode.BadRequest).Answers(Dokument.Created());
        SigningRoundBuilder builder = New();
        await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        await builder.WithId(SignatureRequestId.New()).SendAsync(Cancel);

        Assert.Equal("POST /JSON/signatureRequest", Calls.Last());
    }

    [Theory]
    [InlineData("https://login.example/?next=x")]
    [InlineData("/expired.html")]
    public async Task Send_LostAndALookUpThatShowsNoDocument_IsNotTakenForSent(string location)
    {
        _network.Fails(new IOException("Reset.")).Redirects(location);

        await Assert.ThrowsAsync<OkSignTransportException>(() => _client.NextRound(Dokument.DocumentId).SendAsync(Cancel));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Send_LostAndNotFound_IsTheFirstFailure(int status)
    {
        _network.Fails(new IOException("Reset.")).Answers("", (HttpStatusCode)status);

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => New().SendAsync(Cancel));

        Assert.Equal(("OkDokument.CreateSignatureRequest", true), (exception.Operation, exception.MayHaveReachedService));
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task Send_LostAndLookUpFails_IsTheFirstFailure()
    {
        _network.Fails(new IOException("Reset.")).Fails(new HttpRequestException(HttpRequestError.NameResolutionError));

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => New().SendAsync(Cancel));

        Assert.Equal("OkDokument.CreateSignatureRequest", exception.Operation);
    }

    [Fact]
    public async Task Send_CancelledWhileLookingUp_IsACancellation()
    {
        using var stop = new CancellationTokenSource();
        _network.Fails(new IOException("Reset.")).NeverAnswers();
        Task sending = New().SendAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task Send_SurelyNotSent_LooksNothingUp()
    {
        _network.Fails(new HttpRequestException(HttpRequestError.NameResolutionError));

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => New().SendAsync(Cancel));

        Assert.False(exception.MayHaveReachedService);
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Send_IdUsedBySomebodyElse_IsAConflictAndLooksNothingUp()
    {
        _network.Answers(Dokument.Refused("err.used", Dokument.RequestIdText), HttpStatusCode.Conflict);

        OkSignConflictException exception = await Assert.ThrowsAsync<OkSignConflictException>(() => New().SendAsync(Cancel));

        Assert.Equal((true, new OkDokumentMessage("err.used")), (exception.MayHaveReachedService, OkDokumentMessage.Of(exception)!.Value));
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Send_AnswerWithoutTheDocument_AsksForIt()
    {
        _network.Answers(Dokument.Created(documentId: null)).Redirects(Dokument.ViewerUrlText);

        SigningRound round = await New().SendAsync(Cancel);

        Assert.Equal((false, Dokument.DocumentId), (round.WasFound, round.DocumentId));
    }

    [Fact]
    public async Task Send_NextRoundWithoutTheDocument_KnowsIt()
    {
        _network.Answers(Dokument.Created(documentId: null));

        SigningRound round = await _client.NextRound(Dokument.DocumentId).SendAsync(Cancel);

        Assert.Equal(Dokument.DocumentId, round.DocumentId);
        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Send_RegisteredAndLookingFails_GivesTheLink()
    {
        // It must never read as surely not sent: the round is registered, and sending again costs another credit.
        _network.Answers(Dokument.Created(documentId: null)).Fails(new HttpRequestException(HttpRequestError.NameResolutionError));

        OkDokumentIncompleteRoundException exception = await Assert.ThrowsAsync<OkDokumentIncompleteRoundException>(() => New().SendAsync(Cancel));

        Assert.Equal(("OkDokument.CreateSignatureRequest", true), (exception.Operation, exception.MayHaveReachedService));
        Assert.Equal((Dokument.RequestId, Dokument.SigningUrlText), (exception.RequestId, exception.SigningUrl.AbsoluteUri));
        Assert.IsType<OkSignTransportException>(exception.InnerException);
        Assert.DoesNotContain(Dokument.RequestIdText, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_RegisteredAndTheDocumentUnknown_GivesTheLink()
    {
        _network.Answers(Dokument.Created(documentId: null)).Answers("", HttpStatusCode.BadRequest);

        OkDokumentIncompleteRoundException exception = await Assert.ThrowsAsync<OkDokumentIncompleteRoundException>(() => New().SendAsync(Cancel));

        Assert.Contains("was registered", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task Send_RegisteredAndLookingCancelled_GivesTheLink()
    {
        using var stop = new CancellationTokenSource();
        _network.Answers(Dokument.Created(documentId: null)).NeverAnswers();
        Task sending = New().SendAsync(stop.Token);

        await stop.CancelAsync();

        OkDokumentIncompleteRoundException exception = await Assert.ThrowsAsync<OkDokumentIncompleteRoundException>(() => sending);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task Send_NextRoundWithTags_SetsNoOtherState()
    {
        _network.Answers(Dokument.Created());

        await _client.NextRound(Dokument.DocumentId).WithTags().WithStamp().SendAsync(Cancel);

        Assert.Equal("tosign", (string?)JsonNode.Parse(_network.Requests[0].Text)!["changeState"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11 * TimeSpan.TicksPerDay)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task Send_LifetimeOutOfRange_IsToldLikeAllElse(long ticks)
    {
        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(
            () => New().ExpiresAfter(TimeSpan.FromTicks(ticks)).ReturnTo(new Uri("/x", UriKind.Relative)).SendAsync(Cancel));

        Assert.Equal(["ResultUrl", "ExpirationTime"], exception.Problems.Select(static problem => problem.Path));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Round_Revoked_DeletesItsRequest()
    {
        _network.Answers(Dokument.Created()).Answers(Dokument.Done("msg.deleted", Dokument.RequestIdText));
        SigningRound round = await New().SendAsync(Cancel);

        await round.RevokeAsync(Cancel);

        Assert.Equal($"DELETE /JSON/signatureRequest/{Dokument.RequestIdText}", Calls.Last());
    }

    [Fact]
    public async Task Round_NextOne_IsOfItsDocument()
    {
        _network.Answers(Dokument.Created()).Answers(Dokument.Created());
        SigningRound round = await New().SendAsync(Cancel);

        await round.NextRound().SendAsync(Cancel);

        Assert.Equal(Dokument.DocumentIdText, (string?)JsonNode.Parse(_network.Requests[1].Text)!["id"]);
    }

    [Fact]
    public void Builder_NullArguments_AreRefused()
    {
        SigningRoundBuilder round = New();

        Assert.Throws<ArgumentNullException>("file", () => _client.NewSignatureRequest(null!));
        Assert.Throws<ArgumentNullException>("names", () => round.AllowSignatures(null!));
        Assert.Throws<ArgumentException>("names", () => round.AllowSignatures());
        Assert.Throws<ArgumentException>("names", () => round.Allow(FormFieldKind.Text));
        Assert.Throws<ArgumentNullException>("name", () => round.Fill(null!, "x"));
        Assert.Throws<ArgumentNullException>("value", () => round.Fill("x", null!));
        Assert.Throws<ArgumentNullException>("kinds", () => round.IgnoreRequired(null!));
        Assert.Throws<ArgumentNullException>("address", () => round.ReturnTo(null!));
        Assert.Throws<ArgumentNullException>("address", () => round.NotifyAt(null!));
        Assert.Throws<ArgumentNullException>("to", () => round.InviteByEmail(null!, "x"));
        Assert.Throws<ArgumentNullException>("replyTo", () => round.InviteByEmail("x", null!));
        Assert.Throws<ArgumentNullException>("addresses", () => round.SignedFileTo(null!));
        Assert.Throws<ArgumentNullException>("address", () => round.CodeToOpenByEmail(null!));
        Assert.Throws<ArgumentNullException>("number", () => round.CodeToOpenBySms(null!));
        Assert.Throws<ArgumentNullException>("address", () => round.CodeToSignByEmail(null!));
        Assert.Throws<ArgumentNullException>("number", () => round.CodeToSignBySms(null!));
        Assert.Throws<ArgumentNullException>("change", () => round.Rules(null!));
        Assert.Throws<ArgumentException>("change", () => round.Rules(static _ => null!));
        Assert.Throws<ArgumentNullException>("member", () => round.With(null!, default));
    }

    [Fact]
    public void Builder_AFurtherRoundAsMultipart_IsRefused()
        => Assert.Throws<InvalidOperationException>(() => _client.NextRound(Dokument.DocumentId).AsMultipart());

    private SigningRoundBuilder New() => _client.NewSignatureRequest(Sample.File()).WithId(Dokument.RequestId);
}
