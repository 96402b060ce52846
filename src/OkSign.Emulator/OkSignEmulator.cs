using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.Account;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator;

/// <summary>
/// A running stand-in for the OKSign service, with documents, signers and credits of its own. Thread-safe; stops when disposed.
/// </summary>
public sealed class OkSignEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OkSignEmulator(WebApplication app, Credentials credentials)
    {
        _app = app;
        Authorization = credentials.ToString();
        BaseAddress = new Uri(app.Services.GetRequiredService<ServerAddress>().Root, OkSignServer.ServicePath);
    }

    /// <summary>
    /// The address under which the operations are: <c>http://127.0.0.1:PORT/services/rest/</c>, followed by <c>v1/...</c> or <c>v2/...</c>.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>What a client must send in <c>x-oksign-authorization</c>.</summary>
    public string Authorization { get; }

    /// <summary>The credits that are left.</summary>
    public decimal Credits => _app.Services.GetRequiredService<CreditBalance>().Balance;

    /// <summary>The requests answered so far, oldest first: a snapshot.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _app.Services.GetRequiredService<RequestLog>().Snapshot();

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
    /// <param name="signingUrl">The link, as <c>FormDesc.upload</c> or <c>FormDesc.retrieve</c> gave it.</param>
    /// <exception cref="ArgumentException">This is not a signing link of this emulator.</exception>
    public EmulatedSigner Signer(Uri signingUrl)
    {
        ArgumentNullException.ThrowIfNull(signingUrl);
        string token = _app.Services.GetRequiredService<SigningLinks>().TokenOf(signingUrl)
            ?? throw new ArgumentException($"This is not a signing link of the emulator at {BaseAddress}.", nameof(signingUrl));
        return new EmulatedSigner(_app.Services.GetRequiredService<DocumentSigning>(), token);
    }

    /// <summary>Stops the server. Everything in it is forgotten.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
