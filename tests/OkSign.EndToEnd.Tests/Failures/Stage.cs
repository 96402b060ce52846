using System.Globalization;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>
/// An emulator for the cells of one operation, and a client that arranges what they are about. Every cell has things and a client of its own,
/// so that none depends on another.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Credits = 10_000;

    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(2);

    private readonly OkSignEmulator _emulator;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly PauseClock _clock;
    private readonly List<string> _secrets = [];
    private int _number;
    private SourceDocumentId? _described;
    private SignedDocumentId? _signed;

    private Stage(OkSignEmulator emulator, PauseClock clock)
    {
        (_emulator, _clock) = (emulator, clock);
        OkDokument = new OkDokumentStage(this, emulator);
        Client = OkSignClient.Create(OkSignCredentials.Parse(Person.Authorization), options => CellClient.Configure(options, emulator));
    }

    public static CancellationToken Cancel => CancellationToken.None;

    /// <summary>A small document of two pages.</summary>
    public static byte[] Paper { get; } = Pdf.WithPages("First page", "Second page");

    public static NotificationSettings Mail { get; } = new() { Email = new EmailNotification { To = [Service.Anna], Subject = "Please sign" } };

    /// <summary>The client that arranges and looks.</summary>
    public OkSignClient Client { get; }

    /// <summary>The same for the operations of OKdokument.</summary>
    public OkDokumentStage OkDokument { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public static async Task<Stage> StartAsync()
    {
        var clock = new PauseClock();
        var options = new OkSignEmulatorOptions { TimeProvider = clock, Authorization = Person.Authorization };
        options.OkDokument.ApiKey = Person.ApiKey;
        options.OkDokument.SignatureRequests = Credits;
        return new Stage(await OkSignEmulator.StartAsync(options, Cancel), clock);
    }

    public static FormDescriptor Descriptor(string email) => new()
    {
        Fields = [Service.Signature("SIG", Service.Anna, x: 72)],
        Signers = [new Signer { Id = Service.Anna, Name = Person.Name, Email = email, Mobile = Person.Mobile }],
    };

    public string NextName(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{++_number}.pdf");

    public string NextEmail() => string.Create(CultureInfo.InvariantCulture, $"marta.{++_number}@{Person.MailDomain}");

    public Task<SourceDocumentId> UploadAsync() => Client.Documents.UploadAsync(OkSignFile.FromBytes(Paper, NextName("contract")), Cancel);

    /// <summary>A document of this cell that waits for its signer.</summary>
    public async Task<SourceDocumentId> DescribeAsync(string email)
    {
        SourceDocumentId document = await UploadAsync();
        IReadOnlyList<SigningLink> links = await Client.FormDescriptors.UploadAsync(document, Descriptor(email), Cancel);
        Keep(links.Select(link => link.Url));
        _described = document;
        return document;
    }

    /// <summary>A document that waits for its signer; for reading only.</summary>
    public async Task<SourceDocumentId> DescribedAsync() => _described ??= await DescribeAsync(NextEmail());

    /// <summary>A signed document; for reading only.</summary>
    public async Task<SignedDocumentId> SignedAsync()
    {
        if (_signed is null)
        {
            SourceDocumentId source = await UploadAsync();
            IReadOnlyList<SigningLink> links = await Client.FormDescriptors.UploadAsync(source, Descriptor(NextEmail()), Cancel);
            Keep(links.Select(link => link.Url));
            await _emulator.Signer(links[0].Url).SignAsync(new SigningScript { Method = "pen" }, Cancel);
            _signed = (await Client.Documents.RetrieveLinkedAsync(source, Cancel))!.SignedDocumentId;
        }

        return _signed!.Value;
    }

    public async Task<BriefcaseToken> CreateBriefcaseAsync()
    {
        var briefcase = new Briefcase { Documents = [await DescribeAsync(NextEmail())], PackageName = NextName("briefcase") };
        CreatedBriefcase created = await Client.Briefcases.CreateAsync(briefcase, Cancel);
        Keep(created.Links.Select(link => link.Url));
        return created.Token;
    }

    public async Task<SignExpressToken> CreateSignExpressAsync()
    {
        var session = new SignExpressSession { Documents = [await DescribeAsync(NextEmail())], SignerId = Service.Anna };
        CreatedSignExpress created = await Client.SignExpress.CreateAsync(session, Cancel);
        return created.Token!.Value;
    }

    public async Task<EditorExpressToken> CreateEditorAsync()
    {
        var session = new EditorExpressSession { DocumentId = await DescribeAsync(NextEmail()) };
        CreatedEditorExpress created = await Client.EditorExpress.CreateAsync(session, Cancel);
        return created.Token!.Value;
    }

    /// <summary>Takes down something by which a document can be signed: it must come out nowhere.</summary>
    public void Keep(string secret) => _secrets.Add(secret);

    public Task<int> MessagesTo(string email) => Task.FromResult(_emulator.Messages.Count(message => message.Recipient == email));

    public async Task<int> ContactsOf(string email) => (await Client.Contacts.RetrieveAsync(Cancel)).Count(contact => contact.Email == email);

    /// <summary>Lets a call meet a failure, once or whenever it tries, and tells what became of it.</summary>
    public async Task<Observation> ObserveAsync(OperationCase operation, Failure failure, bool forGood)
    {
        await _turn.WaitAsync();
        try
        {
            Work work = await operation.PrepareAsync(this);
            int before = _emulator.Requests.Count;
            _clock.TakePauses();
            if (failure.Fault is { } fault && forGood)
            {
                _emulator.Faults.InjectAlways(operation.Name, fault);
            }
            else if (failure.Fault is { } once)
            {
                _emulator.Faults.Inject(operation.Name, once);
            }

            using var witness = new Witness();
            using var network = new CellNetwork(failure.Connecting, forGood ? int.MaxValue : 1, operation.Service);
            (object? result, Exception? exception) = await CallAsync(work, new CallContext(operation.IsDownload, Cancel), failure, network, witness);
            network.Dispose();
            await _emulator.ConnectionsClosedAsync(remaining: 1, Cancel).WaitAsync(LongestTest);
            IReadOnlyList<string> lines = witness.Lines();
            RecordedRequest[] requests = [.. _emulator.Requests.Skip(before)];
            _emulator.Faults.Clear();
            return new Observation(
                requests.Length,
                requests.Count(request => request.CarriedOut),
                work.Effects is { } effects ? await effects() : null,
                result,
                exception,
                _clock.TakePauses(),
                [.. lines.Append($"{exception}").Where(IsSecret)],
                lines.Count);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await OkDokument.DisposeAsync();
        await _emulator.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<(object? Result, Exception? Exception)> CallAsync(Work work, CallContext context, Failure failure, CellNetwork network, Witness witness)
    {
        await using var client = new CellClient(_emulator, _clock, network, witness.Logs);
        using var isDone = new CancellationTokenSource();
        Task patience = failure.IsHeld ? LosePatienceAsync(failure, network, context, isDone.Token) : Task.CompletedTask;
        try
        {
            return (await work.Call(client, context).WaitAsync(LongestTest), null);
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            return (null, exception);
        }
        finally
        {
            await isDone.CancelAsync();
            await patience;
            _clock.DoLimitsPass = false;
        }
    }

    /// <summary>Lets the client's limit of time pass as often as the emulator holds a request.</summary>
    private async Task LosePatienceAsync(Failure failure, CellNetwork network, CallContext context, CancellationToken isDone)
    {
        try
        {
            while (true)
            {
                await _emulator.Faults.HeldAsync(isDone);
                if (failure.Harm == Harm.BodyLost)
                {
                    await network.HeadAsync(isDone);
                }

                if (failure.Harm == Harm.BodyLost && context.IsDownload)
                {
                    // Each of its reads has a limit of its own, and how many there are is the network's business.
                    await context.Begun.WaitAsync(isDone);
                    _clock.DoLimitsPass = true;
                    return;
                }

                // A client that has not come so far sets it in a moment.
                _clock.LetLimitPass(failure.Harm == Harm.BodyLost ? PauseClock.IdleTimeout : PauseClock.AttemptTimeout);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Keep(IEnumerable<Uri> links) => _secrets.AddRange(links.Select(link => link.Segments[^1]));

    private bool IsSecret(string line)
        => Person.Secrets.Concat(_secrets).Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
}
