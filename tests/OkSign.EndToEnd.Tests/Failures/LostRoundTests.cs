using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A round of signing whose answer was lost: <c>SendAsync</c> looks for it by its id, and never sends it again.</summary>
public sealed class LostRoundTests : IAsyncLifetime
{
    private const string Base64 = "base64";
    private const string Multipart = "multipart";
    private const string NextRound = "next round";
    private const string Opening = "OkDokument.OpenDocument";

    private OkSignEmulator _emulator = null!;
    private OkDokumentClient _client = null!;

    public static MatrixTheoryData<string, string> LostWithWorkDone() => new(Ways, Losses(isAfterWork: true));

    public static MatrixTheoryData<string, string> LostWithNothingDone() => new(Ways, Losses(isAfterWork: false));

    private static string[] Ways => [Base64, Multipart, NextRound];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        _client = OkDokumentClient.Create(
            new OkDokumentApiKey(_emulator.OkDokument.ApiKey),
            options => (options.BaseAddress, options.Retry.BaseDelay) = (_emulator.OkDokument.BaseAddress, TimeSpan.FromMilliseconds(1)));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(LostWithWorkDone))]
    public async Task SendAsync_WorkDoneAndAnswerLost_FindsTheRound(string way, string failure)
    {
        SigningRoundBuilder builder = await BuilderAsync(way);
        (int credits, int requests) = (_emulator.OkDokument.AvailableSignatureRequests, _emulator.Requests.Count);
        _emulator.Faults.Inject(OperationOf(way), Failure.Of(failure).Fault!);

        SigningRound round = await builder.SendAsync(Cancel);

        Assert.True(round.WasFound);
        Assert.Equal(builder.Id, round.Id);
        Assert.Equal(credits - 1, _emulator.OkDokument.AvailableSignatureRequests);
        Assert.Equal([OperationOf(way), Opening], OperationsSince(requests));
        StoredDocument document = Assert.Single(await _client.Documents.ListAsync(cancellationToken: Cancel));
        Assert.Equal(document.Id, round.DocumentId);
        await _emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: Cancel);
        Assert.Equal(StoredDocumentState.Signed, (await round.WaitUntilFinishedAsync(Cancel)).State);
    }

    [Theory]
    [MemberData(nameof(LostWithNothingDone))]
    public async Task SendAsync_NothingDoneAndAnswerLost_Throws(string way, string failure)
    {
        SigningRoundBuilder builder = await BuilderAsync(way);
        (int credits, int requests) = (_emulator.OkDokument.AvailableSignatureRequests, _emulator.Requests.Count);
        int documents = (await _client.Documents.ListAsync(cancellationToken: Cancel)).Count;
        requests++;
        _emulator.Faults.Inject(OperationOf(way), Failure.Of(failure).Fault!);

        OkSignException exception = await Assert.ThrowsAnyAsync<OkSignException>(() => builder.SendAsync(Cancel));

        Assert.True(exception.MayHaveReachedService);
        Assert.Equal((OperationOf(way), 1), (exception.Operation, exception.Attempts));
        Assert.Equal(credits, _emulator.OkDokument.AvailableSignatureRequests);
        Assert.Equal([OperationOf(way), Opening], OperationsSince(requests));
        Assert.Equal(documents, (await _client.Documents.ListAsync(cancellationToken: Cancel)).Count);
    }

    [Theory]
    [InlineData(Base64)]
    [InlineData(Multipart)]
    [InlineData(NextRound)]
    public async Task SendAsync_AnswerLostAndLookingFails_ThrowsWhatWasFirst(string way)
    {
        SigningRoundBuilder builder = await BuilderAsync(way);
        int credits = _emulator.OkDokument.AvailableSignatureRequests;
        _emulator.Faults.Inject(OperationOf(way), EmulatorFault.Reset() with { AfterWork = true });
        _emulator.Faults.InjectAlways(Opening, EmulatorFault.Reset());

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => builder.SendAsync(Cancel));

        Assert.Equal(OperationOf(way), exception.Operation);
        Assert.True(exception.MayHaveReachedService);
        Assert.Equal(credits - 1, _emulator.OkDokument.AvailableSignatureRequests);
        _emulator.Faults.Clear();
        Assert.NotNull(await _client.SignatureRequests.FindAsync(builder.Id, Cancel));
    }

    [Theory]
    [InlineData(Base64)]
    [InlineData(Multipart)]
    [InlineData(NextRound)]
    public async Task SendAsync_IdOfSomebodyElse_DoesNotLook(string way)
    {
        SigningRoundBuilder builder = await BuilderAsync(way);
        int requests = _emulator.Requests.Count;
        _emulator.Faults.Inject(OperationOf(way), EmulatorFault.Status(System.Net.HttpStatusCode.Conflict));

        OkSignConflictException exception = await Assert.ThrowsAsync<OkSignConflictException>(() => builder.SendAsync(Cancel));

        Assert.True(exception.MayHaveReachedService);
        Assert.Equal([OperationOf(way)], OperationsSince(requests));
    }

    private static string OperationOf(string way) => way == Multipart ? "OkDokument.Upload" : "OkDokument.CreateSignatureRequest";

    private static IEnumerable<string> Losses(bool isAfterWork)
        => Failure.AllOf(SigningService.OkDokument)
            .Where(failure => failure is { IsHeld: false, Harm: Harm.AnswerLost or Harm.BodyLost or Harm.ServerFailed or Harm.NotTheService })
            .Where(failure => failure.IsAfterWork == isAfterWork)
            .Select(failure => failure.Name);

    private IEnumerable<string?> OperationsSince(int requests) => _emulator.Requests.Skip(requests).Select(request => request.Operation);

    private async Task<SigningRoundBuilder> BuilderAsync(string way)
        => way switch
        {
            Base64 => NewRequest(),
            Multipart => NewRequest().AsMultipart(),
            _ => await NextRoundAsync(),
        };

    private SigningRoundBuilder NewRequest() => _client.NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("Contract"), "contract.pdf")).SignAnywhere();

    /// <summary>The second round of a document that was signed once.</summary>
    private async Task<SigningRoundBuilder> NextRoundAsync()
    {
        SigningRound first = await NewRequest().SendAsync(Cancel);
        await _emulator.OkDokument.Signer(first.SigningUrl).SignAsync(cancellationToken: Cancel);
        return first.NextRound().SignAnywhere();
    }
}
