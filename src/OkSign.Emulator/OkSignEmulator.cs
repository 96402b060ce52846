using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.Account;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Dashboard;
using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator;

/// <summary>
/// A running stand-in for the services OKSign and OKdokument, with documents, signers and credits of its own. Thread-safe; stops when disposed.
/// </summary>
public sealed class OkSignEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OkSignEmulator(WebApplication app, Credentials credentials)
    {
        _app = app;
        Authorization = credentials.ToString();
        Uri root = app.Services.GetRequiredService<ServerAddress>().Root;
        BaseAddress = new Uri(root, OkSignServer.ServicePath);
        Dashboard = new Uri(root, DashboardPaths.Page);
        OkDokument = new EmulatedOkDokument(
            root,
            app.Services.GetRequiredService<OkDokumentEmulatorOptions>(),
            app.Services.GetRequiredService<DokumentAccount>(),
            app.Services.GetRequiredService<RoundSigning>(),
            app.Services.GetRequiredService<SigningUrls>());
    }

    /// <summary>
    /// The address under which the operations are: <c>http://127.0.0.1:PORT/services/rest/</c>, followed by <c>v1/...</c> or <c>v2/...</c>.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// A page for a browser that shows what happens in both services, live: documents, signers, links, messages, callbacks, credits.
    /// </summary>
    public Uri Dashboard { get; }

    /// <summary>What a client must send in <c>x-oksign-authorization</c>.</summary>
    public string Authorization { get; }

    /// <summary>The other service, OKdokument, on the same port.</summary>
    public EmulatedOkDokument OkDokument { get; }

    /// <summary>The credits that are left.</summary>
    public decimal Credits => _app.Services.GetRequiredService<CreditBalance>().Balance;

    /// <summary>What goes wrong between a client and the service: nothing, unless a test says so.</summary>
    public EmulatorFaults Faults => _app.Services.GetRequiredService<EmulatorFaults>();

    /// <summary>How many TCP connections the server has accepted so far.</summary>
    public int AcceptedConnections => _app.Services.GetRequiredService<ConnectionCounter>().Total;

    /// <summary>How many TCP connections are open, from the server's side; see <see cref="ConnectionsClosedAsync"/>.</summary>
    public int OpenConnections => _app.Services.GetRequiredService<ConnectionCounter>().Open;

    /// <summary>The requests answered so far, and those that a fault holds or has ended, oldest first: a snapshot.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _app.Services.GetRequiredService<RequestLog>().Snapshot();

    /// <summary>The e-mails and text messages that the service would have sent by now, oldest first: a snapshot.</summary>
    public IReadOnlyList<SentMessage> Messages => _app.Services.GetRequiredService<Outbox>().Snapshot();

    /// <summary>The calls made to callback, webhook and <c>sendInfoURL</c> addresses so far, oldest first: a snapshot.</summary>
    public IReadOnlyList<SentCallback> Callbacks => _app.Services.GetRequiredService<CallbackQueue>().Snapshot();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves, by default as <see cref="OkSignEmulatorOptions"/> says; later changes have no effect.</param>
    /// <param name="cancellationToken">Cancels starting.</param>
    /// <exception cref="ArgumentException">An option has a value that makes no sense.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<OkSignEmulator> StartAsync(
        OkSignEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        OkSignEmulatorOptions own = (options ?? new OkSignEmulatorOptions()).CheckedCopy(out Credentials credentials);
        WebApplication app = OkSignServer.Build(own, credentials);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new OkSignEmulator(app, credentials);
    }

    /// <summary>The person who got a signing link, to be scripted.</summary>
    /// <param name="signingUrl">The link, as <c>FormDesc.upload</c>, <c>Briefcase.create</c> or <c>SignExpress.create</c> gave it.</param>
    /// <exception cref="ArgumentException">This is not a signing link of this emulator.</exception>
    public EmulatedSigner Signer(Uri signingUrl)
    {
        ArgumentNullException.ThrowIfNull(signingUrl);
        string token = _app.Services.GetRequiredService<SigningLinks>().TokenOf(signingUrl)
            ?? throw new ArgumentException($"This is not a signing link of the emulator at {BaseAddress}.", nameof(signingUrl));
        return new EmulatedSigner(
            _app.Services.GetRequiredService<DocumentSigning>(), _app.Services.GetRequiredService<DocumentRefusing>(), token);
    }

    /// <summary>Adds a template, as somebody would in the service's web console: by the API it can be used, and not be made.</summary>
    /// <param name="fileName">Its name, which ends in <c>.pdf</c>.</param>
    /// <param name="pdf">The file; later changes of the array have no effect.</param>
    /// <returns>The source docid, for <c>FormDesc.upload</c>: with a form descriptor a template can be signed like a reusable document.</returns>
    /// <exception cref="ArgumentException">The name is not that of a PDF, or the file is none.</exception>
    public string AddTemplate(string fileName, byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(pdf);
        try
        {
            return _app.Services.GetRequiredService<DocumentUpload>().StoreTemplate(fileName, [.. pdf]);
        }
        catch (RefusedException refusal)
        {
            throw new ArgumentException(refusal.Message, refusal);
        }
    }

    /// <summary>
    /// Lets every message that is sent to an address from now on fail: <c>Webhooks.retrieve</c> lists it, and the webhook is called.
    /// </summary>
    /// <param name="recipient">The e-mail address, in any letter case, or the mobile number.</param>
    /// <param name="deliveryEvent">
    /// <c>hard_bounce</c>, <c>soft_bounce</c>, <c>blocked</c>, <c>spam</c>, <c>invalid_email</c>, <c>deferred</c>, or one that a client does not know.
    /// </param>
    /// <param name="reason">The text that goes with it.</param>
    public void FailDelivery(string recipient, string deliveryEvent = "hard_bounce", string reason = "mailbox does not exist")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(recipient);
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryEvent);
        ArgumentNullException.ThrowIfNull(reason);

        // What was due before has arrived.
        _app.Services.GetRequiredService<Outbox>().SendDue();
        _app.Services.GetRequiredService<DeliveryErrors>().FailFromNowOn(recipient, deliveryEvent, reason);
    }

    /// <summary>
    /// Waits until every callback that is due has been made, successful or not. Callbacks are made in the background, in order.
    /// </summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public Task CallbacksDeliveredAsync(CancellationToken cancellationToken = default)
    {
        _app.Services.GetRequiredService<Outbox>().SendDue();
        return _app.Services.GetRequiredService<CallbackQueue>().DeliveredAsync(cancellationToken);
    }

    /// <summary>Waits until at most so many TCP connections are open. When a client has closed one, the server learns of it a moment later.</summary>
    /// <param name="remaining">How many may stay open.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public Task ConnectionsClosedAsync(int remaining = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(remaining);
        return _app.Services.GetRequiredService<ConnectionCounter>().FallenToAsync(remaining, cancellationToken);
    }

    /// <summary>Stops the server. Everything in it is forgotten.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
