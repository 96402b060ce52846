using OkSign.Client.OkDokument;
using OkSign.Smoke;

namespace OkSign.Client.Net472Smoke;

/// <summary>Against a stub: a round of signing whose answer is lost.</summary>
internal static class OkDokumentTrouble
{
    public static async Task FindARoundWhoseAnswerWasLostAsync(SmokeArguments arguments)
    {
        using var service = new StubService(
            StubService.Drop,
            StubService.Answer("302 Found", "", "Location: https://api.okdokument.com/viewDocument?id=Qx7_rT2m\r\n"));
        using OkDokumentClient okdokument = ClientOf(service, arguments);
        SigningRound round = await okdokument.NewSignatureRequest(Sample.Contract).SignAnywhere().SendAsync();
        Check.That(round.WasFound);
        Check.That(round.DocumentId.Value == "Qx7_rT2m");
        Check.That(service.Requests == 2);
    }

    public static async Task SendARoundOnceAsync(SmokeArguments arguments)
    {
        using var service = new StubService(
            StubService.Drop,
            StubService.Answer("400 Bad Request", """{"message":"err.signature.request.not.exist"}"""));
        using OkDokumentClient okdokument = ClientOf(service, arguments);
        OkSignTransportException failure = await Check.FailsAsync<OkSignTransportException>(
            () => okdokument.NewSignatureRequest(Sample.Contract).SignAnywhere().SendAsync());
        Check.That(failure.MayHaveReachedService);
        Check.That(failure.Operation == "OkDokument.CreateSignatureRequest");
        Check.That(service.Requests == 2);
    }

    private static OkDokumentClient ClientOf(StubService service, SmokeArguments arguments)
        => (arguments with { OkDokumentBaseAddress = new Uri(service.BaseAddress, "/") }).CreateOkDokumentClient(
            options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(10));
}
