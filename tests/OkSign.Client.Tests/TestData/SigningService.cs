namespace OkSign.Client.Tests;

/// <summary>
/// The service as the feed sees it, on a clock of its own: signatures that appear some time after they are placed, windows that it keeps to,
/// and calls that fail by a script.
/// </summary>
internal sealed class SigningService(InstantClock clock, TimeSpan skew)
{
    private readonly List<(DateTimeOffset At, TimeSpan Latency, int Document, int Signer)> _signatures = [];
    private readonly Queue<Func<OkSignException?>> _script = new();

    /// <summary>When the calls came in, by true time, with how long each asked to wait.</summary>
    public List<(DateTimeOffset At, TimeSpan Hint)> Calls { get; } = [];

    /// <summary>The windows that were asked for.</summary>
    public List<(DateTimeOffset From, DateTimeOffset Until)> Windows { get; } = [];

    /// <summary>What happens to further calls when the script is over.</summary>
    public Func<OkSignException?> Otherwise { get; set; } = static () => null;

    /// <summary>How long a call takes.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Whether the service keeps to the days of a window only.</summary>
    public bool AnswersWholeDays { get; set; }

    public IEnumerable<string> Placed => _signatures.Select(signature => KeyOf(RowOf(signature, placed: 0)));

    public static string KeyOf(SigningEvent signing) => $"{signing.SourceDocumentId}/{signing.SignerId}/{signing.Timestamp:O}";

    /// <param name="at">When, by true time.</param>
    /// <param name="latency">How long until answers show it.</param>
    /// <param name="document">Which document.</param>
    /// <param name="signer">Which signer.</param>
    public SigningService Signs(DateTimeOffset at, TimeSpan latency = default, int document = 1, int signer = 1)
    {
        _signatures.Add((at + skew, latency, document, signer));
        return this;
    }

    public SigningService Then(params OkSignException?[] outcomes)
    {
        foreach (OkSignException? outcome in outcomes)
        {
            _script.Enqueue(() => outcome);
        }

        return this;
    }

    public Task<IReadOnlyList<SigningEvent>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OkSignException? failure = (_script.TryDequeue(out Func<OkSignException?>? next) ? next : Otherwise)();
        Calls.Add((clock.TrueNow, (failure as OkSignRateLimitException)?.RetryAfter ?? TimeSpan.Zero));
        Windows.Add((from, until));
        DateTimeOffset now = clock.TrueNow + skew;
        clock.Advance(Duration);
        return failure is null ? Task.FromResult(Answer(from, until, now)) : Task.FromException<IReadOnlyList<SigningEvent>>(failure);
    }

    private static SigningEvent RowOf((DateTimeOffset At, TimeSpan Latency, int Document, int Signer) signature, int placed) => new()
    {
        SourceDocumentId = new SourceDocumentId($"source-{signature.Document}"),
        SignedDocumentId = new SignedDocumentId($"signed-{signature.Document}"),
        SignerId = SignerId.Anonymous(signature.Signer),
        SignaturesPlaced = placed,
        Timestamp = DateTimeOffset.FromUnixTimeSeconds(signature.At.ToUnixTimeSeconds()),
    };

    private IReadOnlyList<SigningEvent> Answer(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        DateTimeOffset start = AnswersWholeDays ? from.UtcDateTime.Date : DateTimeOffset.FromUnixTimeSeconds(from.ToUnixTimeSeconds());
        var shown = _signatures.Where(signature => signature.At + signature.Latency <= now).ToList();

        // The counts are today's, not those after the signature: a known signature comes again with another one.
        return
        [
            .. from signature in shown
               where signature.At >= start && signature.At <= WireTime.RoundUp(until)
               select RowOf(signature, shown.Count(other => other.Document == signature.Document)),
        ];
    }
}
