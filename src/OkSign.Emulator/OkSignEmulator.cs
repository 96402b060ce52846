using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.Account;
using OkSign.Emulator.Documents;
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
    /// <param name="signingUrl">The link, as <c>FormDesc.upload</c>, <c>Briefcase.create</c> or <c>SignExpress.create</c> gave it.</param>
    /// <exception cref="ArgumentException">This is not a signing link of this emulator.</exception>
    public EmulatedSigner Signer(Uri signingUrl)
    {
        ArgumentNullException.ThrowIfNull(signingUrl);
        string token = _app.Services.GetRequiredService<SigningLinks>().TokenOf(signingUrl)
            ?? throw new ArgumentException($"This is not a signing link of the emulator at {BaseAddress}.", nameof(signingUrl));
        return new EmulatedSigner(_app.Services.GetRequiredService<DocumentSigning>(), token);
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

    /// <summary>Stops the server. Everything in it is forgotten.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
