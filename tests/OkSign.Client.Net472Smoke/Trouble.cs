using System.Net;
using System.Net.Sockets;
using OkSign.Smoke;

namespace OkSign.Client.Net472Smoke;

/// <summary>Against a stub: what the network does wrong.</summary>
internal static class Trouble
{
    private const string Credits = """{"status":"OK","reason":{"quantity":119}}""";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static async Task RetryAReadAsync(SmokeArguments arguments)
    {
        using var service = new StubService(StubService.Answer("503 Service Unavailable", "<html>"), StubService.Drop, StubService.Answer("200 OK", Credits));
        using OkSignClient oksign = ClientOf(service, arguments);
        CreditBalance balance = await oksign.Credits.RetrieveAsync();
        Check.That(balance.Quantity == 119);
        Check.That(service.Requests == 3);
    }

    public static async Task SendAnUploadOnceAsync(SmokeArguments arguments)
    {
        using var service = new StubService(StubService.Drop, StubService.Drop);
        using OkSignClient oksign = ClientOf(service, arguments);
        OkSignTransportException failure = await Check.FailsAsync<OkSignTransportException>(() => oksign.Documents.UploadAsync(Sample.Contract));
        Check.That(failure.MayHaveReachedService);
        Check.That(service.Requests == 1);
    }

    public static async Task SayThatNobodyAnswersAsync(SmokeArguments arguments)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using OkSignClient oksign = (arguments with { BaseAddress = new Uri($"http://127.0.0.1:{port}/services/rest/") }).CreateClient(Impatient);
        OkSignTransportException failure = await Check.FailsAsync<OkSignTransportException>(() => oksign.Documents.UploadAsync(Sample.Contract));

        // Not a byte of the file was asked for, whatever the exception of the framework says.
        Check.That(!failure.MayHaveReachedService);
        Check.That(failure.Attempts == 4);
    }

    public static async Task GiveUpASilentServiceAsync(SmokeArguments arguments)
    {
        using var service = new StubService(StubService.Never);
        using OkSignClient oksign = ClientOf(service, arguments, options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(300);
            options.Retry.MaxRetries = 0;
        });
        await Check.FailsAsync<OkSignTransportException>(() => InTimeAsync(oksign.Credits.RetrieveAsync()));
    }

    public static async Task GiveUpAStalledDownloadAsync(SmokeArguments arguments)
    {
        using var service = new StubService(HalfAPdf);
        using OkSignClient oksign = ClientOf(service, arguments, options =>
        {
            options.IdleTimeout = TimeSpan.FromMilliseconds(300);
            options.Retry.MaxRetries = 0;
        });
        await Check.FailsAsync<OkSignTransportException>(() => InTimeAsync(DownloadAsync(oksign)));
    }

    public static async Task GiveUpAStalledUploadAsync(SmokeArguments arguments)
    {
        using var service = new StubService(StubService.Never);
        using OkSignClient oksign = ClientOf(service, arguments, options => options.IdleTimeout = TimeSpan.FromMilliseconds(300));
        OkSignFile large = OkSignFile.FromBytes([.. "%PDF-1.7\n"u8, .. new byte[9 * 1024 * 1024]], "large.pdf");
        await Check.FailsAsync<OkSignTransportException>(() => InTimeAsync(oksign.Documents.UploadAsync(large)));
    }

    public static async Task StopWhenCancelledAsync(SmokeArguments arguments)
    {
        using var service = new StubService(StubService.Never);
        using OkSignClient oksign = ClientOf(service, arguments);
        using var cancel = new CancellationTokenSource();
        Task<CreditBalance> call = oksign.Credits.RetrieveAsync(cancel.Token);
        await service.Called;
        cancel.Cancel();
        await Check.FailsAsync<OperationCanceledException>(() => InTimeAsync(call));
    }

    public static async Task StopADownloadWhenCancelledAsync(SmokeArguments arguments)
    {
        using var service = new StubService(HalfAPdf);
        using OkSignClient oksign = ClientOf(service, arguments);
        using var cancel = new CancellationTokenSource();
        Task download = DownloadAsync(oksign, cancel.Token);
        await service.Called;
        cancel.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Check.FailsAsync<OperationCanceledException>(() => InTimeAsync(download));
    }

    /// <summary>Enough for the client to see that it is one, and no end.</summary>
    private static Func<Stream, CancellationToken, Task> HalfAPdf
        => StubService.Stall("200 OK", "%PDF-1.7" + new string(' ', 4000), "Content-Disposition: attachment; filename=a.pdf\r\n");

    private static OkSignClient ClientOf(StubService service, SmokeArguments arguments, Action<OkSignClientOptions>? configure = null)
        => (arguments with { BaseAddress = service.BaseAddress }).CreateClient(options =>
        {
            Impatient(options);
            configure?.Invoke(options);
        });

    private static void Impatient(OkSignClientOptions options) => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(10);

    private static async Task DownloadAsync(OkSignClient oksign, CancellationToken cancellationToken = default)
    {
        using PdfDownload download = await oksign.Documents.RetrieveAsync(new SourceDocumentId("123456-00000000-0000-4000-8000-000000000009"), cancellationToken);
        await download.CopyToAsync(Stream.Null, cancellationToken);
    }

    /// <summary>The end of a call that must not take long.</summary>
    private static async Task InTimeAsync(Task call)
    {
        if (await Task.WhenAny(call, Task.Delay(Soon)) != call)
        {
            throw new CheckFailedException($"the call ends within {Soon}");
        }

        await call;
    }
}
