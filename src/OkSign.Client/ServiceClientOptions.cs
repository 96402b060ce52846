using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OkSign.Client;

/// <summary>What the settings of the clients of both services have in common.</summary>
public abstract class ServiceClientOptions
{
    internal const long DefaultMaxDocumentSize = 10 * 1024 * 1024;

    private readonly Dictionary<string, RateLimiter?> _rateLimiters = [];
    private ILoggerFactory? _loggerFactory;
    private Uri? _baseAddress;
    private bool _hasBaseAddress;

    private protected ServiceClientOptions()
    {
    }

    /// <summary>
    /// What stands before every path of the service. Only <c>https</c>, or <c>http</c> on this very machine for an emulator: the key travels with
    /// every call.
    /// </summary>
    public Uri BaseAddress
    {
        get => _hasBaseAddress ? _baseAddress! : GetUsualBaseAddress();
        set => (_baseAddress, _hasBaseAddress) = (value, true);
    }

    /// <summary>
    /// The size up to which a document is uploaded, in bytes: 10 MB (10,485,760 bytes), as both services have it, unless set.
    /// </summary>
    public long MaxDocumentSize { get; set; } = DefaultMaxDocumentSize;

    /// <summary>
    /// How long one request may wait for its answer, and how long a JSON answer may take to arrive: 100 seconds unless set. The transfer of a
    /// document does not count.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a transfer may stand still, of a document or an answer: 30 seconds unless set.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How failed calls are repeated.</summary>
    public OkSignRetryOptions Retry { get; } = new();

    /// <summary>
    /// Keeps an operation's rate limit by a limiter of yours instead of the client's own: one that several clients or several machines
    /// share, for one. It is asked for one permit a request, or a call for those that have minutes between them, and stays yours to dispose.
    /// </summary>
    /// <remarks>
    /// The client by itself keeps to what OKSign has: three uploads a second (<c>Document.upload</c>), for which it waits, and one call in
    /// three minutes of <c>Documents.active</c>, <c>Documents.signed</c> and <c>Webhooks.retrieve</c>, for which it waits no longer than
    /// <see cref="OkSignRetryOptions.MaxDelay"/>: a call that would have to, fails without being sent. No limit of OKdokument is known.
    /// </remarks>
    /// <param name="operation">The name of the operation, such as <c>Document.upload</c>.</param>
    /// <param name="limiter">The limiter; null for no limit on this side.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void UseRateLimiter(string operation, RateLimiter? limiter)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation known = FindOperation(operation) ?? throw new ArgumentException($"There is no operation {operation}.", nameof(operation));
        _rateLimiters[known.Name] = limiter;
    }

    /// <summary>
    /// Logs to a factory of yours, under the category <c>OkSign.Client</c>; see docs/observability.md. A client in a container logs to the
    /// container's unless told otherwise, any other one nowhere.
    /// </summary>
    /// <param name="loggerFactory">The factory; stays yours to dispose.</param>
    public void UseLoggerFactory(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        _loggerFactory = loggerFactory;
    }

    // Methods and not properties: a configuration section is bound to properties, internal ones too.

    /// <summary>What is particular to the service.</summary>
    internal abstract ServiceTraits GetTraits();

    /// <summary>Where the service is unless <see cref="BaseAddress"/> says otherwise.</summary>
    internal abstract Uri GetUsualBaseAddress();

    /// <summary>The key, once there is one.</summary>
    internal abstract ServiceKey? GetKey();

    /// <summary>The other forms of operations, by the operations' names.</summary>
    internal abstract IDictionary<string, WireForm> GetForms();

    /// <summary>What is wrong with the settings that only this service has.</summary>
    internal virtual IEnumerable<string> GetOwnProblems() => [];

    /// <summary>Logs to this factory unless there is one already.</summary>
    internal void UseLoggerFactoryByDefault(ILoggerFactory? loggerFactory) => _loggerFactory ??= loggerFactory;

    /// <summary>The operation of that name, letter case aside; null when there is none.</summary>
    internal Operation? FindOperation(string name)
        => GetTraits().Operations.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The limiters by operation, the user's where there are some, else the client's own: those for whole calls, or the others.</summary>
    internal IReadOnlyDictionary<string, RateLimiter> ToRateLimiters(bool forWholeCalls, TimeProvider timeProvider)
    {
        var limiters = new Dictionary<string, RateLimiter>();
        foreach (Operation operation in GetTraits().Operations)
        {
            bool isWanted = (operation.Limit?.IsForWholeCalls ?? false) == forWholeCalls;
            if (isWanted && LimiterOf(operation, timeProvider) is { } limiter)
            {
                limiters.Add(operation.Name, limiter);
            }
        }

        return limiters;
    }

    internal Timeouts ToTimeouts(TimeProvider timeProvider) => new(AttemptTimeout, IdleTimeout, timeProvider);

    internal OperationTelemetry ToTelemetry(TimeProvider timeProvider)
        => new((_loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(Instruments.Name), BaseAddress, timeProvider);

    internal WireRewriter ToWireRewriter() => new(GetForms(), BaseAddress);

    private RateLimiter? LimiterOf(Operation operation, TimeProvider timeProvider)
    {
        if (_rateLimiters.TryGetValue(operation.Name, out RateLimiter? limiter))
        {
            return limiter;
        }

        return operation.Limit is { } limit
            ? new WindowLimiter(limit, limit.IsForWholeCalls ? Retry.MaxDelay : Timeout.InfiniteTimeSpan, timeProvider)
            : null;
    }
}
