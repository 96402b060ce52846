using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.TestData;

/// <summary>A web application that gets documents signed, and the emulator of the services; both on a clock that stands still unless moved.</summary>
internal sealed class Portal : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests";

    /// <summary>A time that nothing else waits for, so that the wait can be seen on the clock.</summary>
    public static readonly TimeSpan ScanInterval = TimeSpan.FromSeconds(7);

    private readonly WebApplication _app;

    private Portal(WebApplication app, OkSignEmulator emulator, PortalClock clock)
    {
        (_app, Emulator, Clock) = (app, emulator, clock);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public static SignerId Anna { get; } = SignerId.Anonymous(1);

    public static SignerId Bert { get; } = SignerId.Anonymous(2);

    public OkSignEmulator Emulator { get; }

    public PortalClock Clock { get; }

    /// <summary>A stranger, or the service by hand.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public Handled Handled => Services.GetRequiredService<Handled>();

    public OkSignClient OkSign => Services.GetRequiredService<OkSignClient>();

    public OkDokumentClient OkDokument => Services.GetRequiredService<OkDokumentClient>();

    public Uri Address => new(_app.Urls.Single());

    public OkSignCallbackUrls Urls => Services.GetRequiredService<OkSignCallbackAddresses>().At(Address);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="polls">Whether it also polls.</param>
    /// <param name="services">Changes what it is made of.</param>
    /// <param name="app">Maps further endpoints.</param>
    /// <param name="emulator">The services; a portal of its own unless given.</param>
    /// <param name="clock">Their clock.</param>
    public static async Task<Portal> StartAsync(
        bool polls = false,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? app = null,
        OkSignEmulator? emulator = null,
        PortalClock? clock = null)
    {
        clock ??= new PortalClock();
        emulator ??= await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { TimeProvider = clock }, Cancel);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<Handled>();
        builder.Services.AddOkSign(options =>
        {
            options.Credentials = OkSignCredentials.Parse(emulator.Authorization);
            options.BaseAddress = emulator.BaseAddress;
            options.Retry.MaxRetries = 0;

            // Their waits would look like those of the pollers.
            options.UseRateLimiter("Documents.signed", null);
            options.UseRateLimiter("Webhooks.retrieve", null);
        });
        builder.Services.AddOkDokument(options =>
        {
            options.Credentials = new OkDokumentApiKey(emulator.OkDokument.ApiKey);
            options.BaseAddress = emulator.OkDokument.BaseAddress;
            options.Retry.MaxRetries = 0;
        });
        builder.Services.AddOkSignCallbacks<RecordingHandler>(static options => options.Secrets.Add(Secret))
            .ConfigureEvents(static options => options.ScanInterval = ScanInterval);
        builder.Services.AddOkDokumentCallbacks<RecordingHandler>(static options => options.Secrets.Add(Secret));
        if (polls)
        {
            builder.Services.AddOkSignPolling<RecordingHandler>();
        }

        services?.Invoke(builder.Services);
        WebApplication application = builder.Build();
        application.UseRouting();
        application.MapOkSignCallbacks("/oksign");
        application.MapOkDokumentCallbacks("/okdokument");
        app?.Invoke(application);
        await application.StartAsync(Cancel);
        return new Portal(application, emulator, clock);
    }

    /// <summary>Has the service call this application.</summary>
    public Task RegisterUrlsAsync() => OkSign.OrganizationalToken.UpdateAsync(Urls.ToSettings(), Cancel);

    /// <summary>A document that Anna and Bert are to sign.</summary>
    public Task<SignatureRequest> SendAsync()
        => OkSign.NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("Contract"), "contract.pdf"))
            .Signer("Anna Example", "anna@example.com", static anna => anna.Signature(static at => at.Page(1).Position(72, 600), SigningMethod.Pen))
            .Signer("Bert Example", "bert@example.com", static bert => bert.Signature(static at => at.Page(1).Position(330, 600), SigningMethod.Pen))
            .SendAsync(Cancel);

    public Task SignAsync(RequestedSigner signer) => Emulator.Signer(signer.SigningUrl).SignAsync(cancellationToken: Cancel);

    /// <summary>The signed copy of a document.</summary>
    public async Task<SignedDocumentId> CopyOfAsync(SignatureRequest request)
        => (await OkSign.Documents.RetrieveLinkedAsync(request.DocumentId, Cancel))!.SignedDocumentId!.Value;

    /// <summary>Calls as the service would.</summary>
    public Task<HttpResponseMessage> CallAsync(SourceDocumentId source, SignedDocumentId signed, SignerId? signer, string? secret = Secret)
        => Http.GetAsync(
            new Uri($"/oksign/callback?source_docid={source}&signed_docid={signed}{(signer is { } who ? $"&signerid={who}" : "")}{(secret is null ? "" : $"&secret={secret}")}", UriKind.Relative),
            Cancel);

    /// <summary>How often the service was asked to confirm something.</summary>
    public int Questions() => Emulator.Requests.Count(static request => request.Operation is "Linkedlist.retrieve" or "Metadata.retrieve (v2)" or "Metadata.retrieve");

    /// <summary>Moves on, and waits until all that has become due meanwhile is done.</summary>
    /// <param name="time">At least <see cref="ScanInterval"/>.</param>
    public async Task MoveOnAsync(TimeSpan time)
    {
        int scans = Clock.Begun(ScanInterval);
        Clock.Advance(time);
        await Clock.BegunAsync(ScanInterval, scans + 1);
    }

    /// <summary>Stops the application, and not the services.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync(Cancel);
        await _app.DisposeAsync();
        Http.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
