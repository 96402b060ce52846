using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkDokumentConsole;

/// <summary>What the use cases happen on: a client, a receiver for what comes back, and an emulator where there is no key.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly OkSignEmulator? _emulator;
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private Scene(OkSignEmulator? emulator, OkDokumentClient client, Receiver receiver, string folder)
        => (_emulator, OkDokument, Receiver, Folder) = (emulator, client, receiver, folder);

    public OkDokumentClient OkDokument { get; }

    public Receiver Receiver { get; }

    public string Folder { get; }

    /// <summary>Where nobody but a person signs.</summary>
    public bool IsRealService => _emulator is null;

    /// <summary>A contract with two tags.</summary>
    public string Lease { get; } = Path.Combine(AppContext.BaseDirectory, "lease.pdf");

    /// <summary>How often to ask for the state of a document.</summary>
    public RoundWaitOptions Patience { get; } = new() { Interval = TimeSpan.FromSeconds(5), LongestInterval = TimeSpan.FromSeconds(30) };

    public static async Task<Scene> SetAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        // Better to find out now that the results cannot be kept than when everybody has signed.
        Directory.CreateDirectory(arguments.Folder);
        OkSignEmulator? emulator = arguments.Key is null ? await OkSignEmulator.StartAsync(cancellationToken: cancellationToken) : null;
        OkDokumentClient client = emulator is null
            ? OkDokumentClient.Create(arguments.Key!, options => options.Host = OkDokumentHost.Test)
            : OkDokumentClient.Create(new OkDokumentApiKey(emulator.OkDokument.ApiKey), options => options.BaseAddress = emulator.OkDokument.BaseAddress);
        return new Scene(emulator, client, await Receiver.StartAsync(cancellationToken), arguments.Folder);
    }

    /// <summary>A person opens the link and signs, or the emulator's signer does, whose browser then goes where it is sent.</summary>
    public async Task SignAsync(SigningRound round, CancellationToken cancellationToken)
    {
        // The link opens the document to whoever has it. Here it is for the eyes of the person who runs this.
        Console.WriteLine($"    to sign: {round.SigningUrl}");
        if (_emulator?.OkDokument.Signer(round.SigningUrl) is { } signer
            && await signer.SignAsync(cancellationToken: cancellationToken) is { } destination)
        {
            using HttpResponseMessage page = await _browser.GetAsync(destination, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await OkDokument.DisposeAsync();
        await Receiver.DisposeAsync();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
