using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// Has every event processed: at once when it comes in, and again later when that failed or the host went down meanwhile. Each is claimed in the store first, so
/// that it is in one pair of hands only.
/// </summary>
internal sealed class EventDispatcher : BackgroundService
{
    private const int BatchSize = 100;

    // A host that was killed does not give back what it had claimed; this is what it is waited for beyond its handler's time.
    private static readonly TimeSpan ClaimMargin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Verdict>>> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IEventProcessor> _processors;
    private readonly SemaphoreSlim _places;
    private readonly IOkSignEventStore _store;
    private readonly IServiceScopeFactory _scopes;
    private readonly OkSignEventOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop;
    private DateTimeOffset _purgedAt = DateTimeOffset.MinValue;

    public EventDispatcher(
        IEnumerable<IEventProcessor> processors,
        IOkSignEventStore store,
        IServiceScopeFactory scopes,
        IOptions<OkSignEventOptions> options,
        IHostApplicationLifetime lifetime,
        HostClock clock,
        ILogger<EventDispatcher> logger)
    {
        _processors = processors.ToDictionary(static processor => processor.Kind, StringComparer.Ordinal);
        _options = options.Value;
        _places = new SemaphoreSlim(_options.MaxConcurrent);

        // When the host begins to stop, and not when it is this service's turn: the web server waits for its requests before, and these wait for handlers.
        _stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        (_store, _scopes, _timeProvider, _logger) = (store, scopes, clock.TimeProvider, logger);
    }

    private DateTimeOffset Now => _timeProvider.GetUtcNow();

    /// <summary>Stores an event, unless it is known already.</summary>
    /// <returns>Whether it is new.</returns>
    public ValueTask<bool> StoreAsync(StoredEvent newEvent, CancellationToken cancellationToken) => _store.AddAsync(newEvent, Now, cancellationToken);

    /// <summary>Stores an event, unless it is known already, and has it processed in the background.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> AddAsync(StoredEvent newEvent, CancellationToken cancellationToken)
    {
        bool isNew = await StoreAsync(newEvent, cancellationToken).ConfigureAwait(false);
        _ = HandleAsync(newEvent.Key);
        return isNew;
    }

    /// <summary>Has a stored event processed now, unless it is done already. Never throws, and does not depend on who waits for it.</summary>
    public Task<Verdict> HandleAsync(string key) => RunOnceAsync(key, hasPlace: false);

    /// <summary>Has a claim looked into, and what it is known to lead to handled.</summary>
    /// <param name="key">The claim's key.</param>
    /// <param name="leadsTo">The key of the event, should the claim be so; null when nobody can know.</param>
    public async Task<Verdict> HandleClaimAsync(string key, string? leadsTo)
    {
        Verdict verdict = await HandleAsync(key).ConfigureAwait(false);

        // A claim that was confirmed before says nothing of how its event fared.
        return verdict == Verdict.Handled && leadsTo is not null ? await HandleAsync(leadsTo).ConfigureAwait(false) : verdict;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);

        // Handlers have been told; what they had is given back to the store.
        Task working = Task.WhenAll(_running.Values.Select(static work => work.Value));
        await working.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        base.Dispose();
        _stop.Dispose();
        _places.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            bool isMore = await ScanAsync(stoppingToken).ConfigureAwait(false);
            if (!isMore)
            {
                await Task.Delay(_options.ScanInterval, _timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether there may be more that is due.</returns>
    private async Task<bool> ScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<string> due = await _store.ListDueAsync(Now, BatchSize, cancellationToken).ConfigureAwait(false);
            Task<Verdict[]> handling = Task.WhenAll(due.Select(HandleAsync));

            // A handler that does not heed its token must not keep all others from being called.
            await handling.WaitAsync(_options.HandlerTimeout, _timeProvider, cancellationToken).ConfigureAwait(false);
            await PurgeAsync(cancellationToken).ConfigureAwait(false);
            return due.Count == BatchSize && (await handling.ConfigureAwait(false)).Contains(Verdict.Handled);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                _logger.StoreFailed(exception);
            }

            return false;
        }
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        if (Now - _purgedAt >= PurgeInterval)
        {
            _purgedAt = Now;
            await _store.PurgeAsync(Now - _options.KeepCompleted, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whoever comes while an event is being processed shares what comes of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hasPlace">Whether it takes the place of the event that has led to it.</param>
    private Task<Verdict> RunOnceAsync(string key, bool hasPlace)
    {
        var own = new Lazy<Task<Verdict>>(() => Task.Run(() => RunAsync(key, hasPlace)));
        return _running.GetOrAdd(key, own).Value;
    }

    private async Task<Verdict> RunAsync(string key, bool hasPlace)
    {
        try
        {
            if (hasPlace)
            {
                return await ClaimAndProcessAsync(key).ConfigureAwait(false);
            }

            await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
            try
            {
                return await ClaimAndProcessAsync(key).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return Verdict.Pending;
        }
        catch (Exception exception)
        {
            _logger.StoreFailed(exception);
            return Verdict.Failed;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<Verdict> ClaimAndProcessAsync(string key)
    {
        if (await _store.IsCompletedAsync(key, _stop.Token).ConfigureAwait(false))
        {
            return Verdict.Handled;
        }

        DateTimeOffset now = Now;
        return await _store.ClaimAsync(key, now, now + _options.HandlerTimeout + ClaimMargin, _stop.Token).ConfigureAwait(false) is { } claimed
            ? await ProcessAsync(claimed).ConfigureAwait(false)
            : Verdict.Pending;
    }

    private async Task<Verdict> ProcessAsync(StoredEvent claimed)
    {
        AsyncServiceScope scope = _scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = new EventContext(claimed, scope.ServiceProvider, _store, _timeProvider);
            Verdict verdict = await TryAsync(claimed, context).ConfigureAwait(false);
            foreach (string followUp in context.FollowUps)
            {
                verdict = Worse(verdict, await RunOnceAsync(followUp, hasPlace: true).ConfigureAwait(false));
            }

            return verdict;
        }
    }

    private async Task<Verdict> TryAsync(StoredEvent claimed, EventContext context)
    {
        using var timeout = new CancellationTokenSource(_options.HandlerTimeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, timeout.Token);
        Verdict verdict;
        try
        {
            verdict = _processors.TryGetValue(claimed.Kind, out IEventProcessor? processor)
                ? await processor.ProcessAsync(context, either.Token).ConfigureAwait(false)
                : throw new NotSupportedException($"Nothing in this host handles events of the kind {claimed.Kind}.");
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // No failure: the next host takes it up at once.
            await _store.PostponeAsync(claimed, Now, CancellationToken.None).ConfigureAwait(false);
            return Verdict.Pending;
        }
        catch (Exception exception)
        {
            TimeSpan pause = _options.Backoff(claimed.Attempts);
            _logger.EventFailed(exception, claimed.Kind, MarkOf(claimed.Key), claimed.Attempts, pause);
            await _store.PostponeAsync(claimed, Now + pause, CancellationToken.None).ConfigureAwait(false);
            return Verdict.Failed;
        }

        // What is decided is noted, also when the host stops meanwhile.
        await NoteAsync(claimed, verdict).ConfigureAwait(false);
        return verdict;
    }

    private async ValueTask NoteAsync(StoredEvent claimed, Verdict verdict)
    {
        switch (verdict)
        {
            case Verdict.Handled:
                await _store.CompleteAsync(claimed, Now, CancellationToken.None).ConfigureAwait(false);
                if (_logger.IsEnabled(LogLevel.Debug))
                {
                    _logger.EventHandled(claimed.Kind, MarkOf(claimed.Key), claimed.Attempts);
                }

                break;
            case Verdict.NotSo:
                await _store.RemoveAsync(claimed, CancellationToken.None).ConfigureAwait(false);
                _logger.NotConfirmed(claimed.Kind, MarkOf(claimed.Key));
                break;
            default:
                await _store.PostponeAsync(claimed, Now + _options.Backoff(claimed.Attempts), CancellationToken.None).ConfigureAwait(false);
                break;
        }
    }

    private static Verdict Worse(Verdict one, Verdict other) => Severity(other) > Severity(one) ? other : one;

    // What was a claim only is nothing any more when it has led to events; then these decide.
    private static int Severity(Verdict verdict) => verdict switch
    {
        Verdict.Failed => 3,
        Verdict.Pending => 2,
        Verdict.Handled => 1,
        _ => 0,
    };

    /// <summary>What stands in a log for a key, in which ids stand.</summary>
    private static string MarkOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 0, 4);
}
