using Microsoft.Extensions.Time.Testing;
using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.TestData;

/// <summary>A client and the emulator that it talks to, on a clock that stands still unless moved.</summary>
internal sealed class Service : IAsyncDisposable
{
    private Service(OkSignEmulator emulator, OkSignClient client, FakeTimeProvider clock)
        => (Emulator, Client, Clock) = (emulator, client, clock);

    public static SignerId Anna { get; } = SignerId.Anonymous(1);

    public static SignerId Bert { get; } = SignerId.Anonymous(2);

    public OkSignEmulator Emulator { get; }

    public OkSignClient Client { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<Service> StartAsync(Action<OkSignEmulatorOptions>? emulate = null, Action<OkSignClientOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var options = new OkSignEmulatorOptions { TimeProvider = clock };
        emulate?.Invoke(options);
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        var client = OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), client =>
        {
            client.BaseAddress = emulator.BaseAddress;
            client.Retry.MaxRetries = 0;

            // The client's clock is not the one that the tests move.
            client.UseRateLimiter("Documents.active", null);
            client.UseRateLimiter("Documents.signed", null);
            client.UseRateLimiter("Webhooks.retrieve", null);
            configure?.Invoke(client);
        });
        return new Service(emulator, client, clock);
    }

    /// <summary>A descriptor by which Anna and then Bert sign side by side on the first page, Anna filling in her city.</summary>
    public static FormDescriptor TwoSignersInOrder(string? fileName = null) => new()
    {
        FileName = fileName,
        Fields =
        [
            Signature("SIG_ANNA", Anna, x: 72),
            Signature("SIG_BERT", Bert, x: 330),
            new FormField { InputType = InputType.Text, Name = "CITY", SignerId = Anna, PageIndex = 0, X = 72, Y = 300, Width = 200, Height = 20, IsRequired = true },
        ],
        Signers =
        [
            new Signer { Id = Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO" },
            new Signer { Id = Bert, Name = "Bert Example", Email = "bert@example.com" },
        ],
        Workflow = [new WorkflowStep { SignerId = Anna, Sequence = 1 }, new WorkflowStep { SignerId = Bert, Sequence = 2 }],
    };

    public static FormField Signature(string name, SignerId signer, double x) => new()
    {
        InputType = InputType.Signature,
        Name = name,
        SignerId = signer,
        PageIndex = 0,
        X = x,
        Y = 600,
        Width = 180,
        Height = 60,
        IsRequired = true,
        SigningOptions = SigningOptions.Allow(SigningMethod.Pen, SigningMethod.Sms),
    };

    public Task<SourceDocumentId> UploadAsync(string name = "contract.pdf")
        => Client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.WithPages("First page", "Second page"), name), TestContext.Current.CancellationToken);

    /// <summary>A document that both have signed.</summary>
    public async Task<(SourceDocumentId Source, SignedDocumentId Signed)> SignedByBothAsync()
    {
        SourceDocumentId source = await UploadAsync();
        IReadOnlyList<SigningLink> links = await Client.FormDescriptors.UploadAsync(source, TwoSignersInOrder(), TestContext.Current.CancellationToken);
        await SignAsync(links[0], "pen");
        await SignAsync(links[1], "pen");
        LinkedDocument? linked = await Client.Documents.RetrieveLinkedAsync(source, TestContext.Current.CancellationToken);
        return (source, linked!.SignedDocumentId!.Value);
    }

    public Task SignAsync(SigningLink link, string method)
        => Emulator.Signer(link.Url).SignAsync(
            new SigningScript { Method = method, Values = link.SignerId == Anna ? new Dictionary<string, string> { ["CITY"] = "Ghent" } : [] },
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
