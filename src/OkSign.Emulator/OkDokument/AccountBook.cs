using OkSign.Emulator.State;

namespace OkSign.Emulator.OkDokument;

/// <summary>Everything that the account has. Only ever touched by one at a time; see <see cref="DokumentAccount"/>.</summary>
internal sealed class AccountBook(OkDokumentEmulatorOptions options, ChangeSignal changes)
{
    private readonly Dictionary<string, StoredDokument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignatureRequest> _requests = new(StringComparer.Ordinal);

    // An id is spent for ever, also when its request is deleted.
    private readonly HashSet<string> _usedRequestIds = new(StringComparer.Ordinal);

    private readonly List<SentDocumentMessage> _messages = [];

    private long _lastNumber;

    public int Credits { get; private set; } = options.SignatureRequests;

    public UsageCounters Counters { get; } = new(options.AccountName);

    /// <summary>In the order of sending.</summary>
    public IReadOnlyList<SentDocumentMessage> Messages => _messages;

    public IReadOnlyList<StoredDokument> Documents => [.. _documents.Values.OrderBy(document => document.Number)];

    public IReadOnlyList<SignatureRequest> Requests => [.. _requests.Values];

    /// <exception cref="DokumentRefusedException">There is no such document.</exception>
    public StoredDokument Document(string id) => FindDocument(id) ?? throw DokumentRefusedException.UnknownDocument(id);

    public StoredDokument? FindDocument(string id) => _documents.GetValueOrDefault(id);

    /// <exception cref="DokumentRefusedException">There is no such request.</exception>
    public SignatureRequest Request(string id) => FindRequest(id) ?? throw DokumentRefusedException.UnknownRequest(id);

    public SignatureRequest? FindRequest(string id) => _requests.GetValueOrDefault(id);

    public bool IsUsed(string requestId) => _usedRequestIds.Contains(requestId);

    /// <summary>A number for a new document: Unix milliseconds, each only once.</summary>
    public long NextNumber(DateTimeOffset now) => _lastNumber = Math.Max(now.ToUnixTimeMilliseconds(), _lastNumber + 1);

    public void Add(StoredDokument document)
    {
        _documents.Add(document.Id, document);
        Counters.Add(UsageCounters.Files, document.UploadedAt);
        changes.Raise();
    }

    /// <summary>Registers a request, which takes a credit.</summary>
    public void Register(SignatureRequest request, DateTimeOffset now)
    {
        _usedRequestIds.Add(request.Id);
        _requests.Add(request.Id, request);
        Credits--;
        Counters.Add(UsageCounters.SignatureRequests, now);
        changes.Raise();
    }

    public void CountDownload(DateTimeOffset now)
    {
        Counters.Add(UsageCounters.Downloaded, now);
        changes.Raise();
    }

    public void Send(SentDocumentMessage message)
    {
        _messages.Add(message);
        changes.Raise();
    }

    /// <summary>Notes until when reminders have been sent. Nobody can see that: it is no change, or looking would be one.</summary>
    public void MarkReminded(SignatureRequest request, DateTimeOffset until)
        => _requests[request.Id] = request with { RemindedUntil = until };

    public void Replace(StoredDokument document)
    {
        _documents[document.Id] = document;
        changes.Raise();
    }

    public void Replace(SignatureRequest request)
    {
        _requests[request.Id] = request;
        changes.Raise();
    }

    public void RemoveRequest(string id)
    {
        _requests.Remove(id);
        changes.Raise();
    }

    /// <summary>Removes a document with its requests.</summary>
    public void RemoveDocument(string id, DateTimeOffset at)
    {
        _documents.Remove(id);
        foreach (SignatureRequest request in RequestsOf(id))
        {
            _requests.Remove(request.Id);
        }

        Counters.Add(UsageCounters.Deleted, at);
        changes.Raise();
    }

    /// <summary>Ends all rounds of a document: one has been signed or cancelled.</summary>
    public void FinishRequestsOf(string documentId)
    {
        foreach (SignatureRequest request in RequestsOf(documentId))
        {
            Replace(request with { IsFinished = true });
        }
    }

    private SignatureRequest[] RequestsOf(string documentId)
        => [.. _requests.Values.Where(request => request.DocumentId == documentId)];
}
