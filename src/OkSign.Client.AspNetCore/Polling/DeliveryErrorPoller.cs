using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// Asks for delivery errors: once when the host starts, soon when a call says that there are some, and from time to time where the application polls.
/// </summary>
internal sealed class DeliveryErrorPoller : BackgroundService
{
    public const string CheckpointName = "oksign/delivery-errors";

    /// <summary>The service's own limit.</summary>
    public static readonly TimeSpan LeastInterval = TimeSpan.FromMinutes(3);

    private const string What = "delivery errors";

    // Clocks differ, and an error may be listed late. What comes twice is known by its key.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(20);

    // What an outage left to catch up with is asked for piece by piece: the service wants short windows.
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    private readonly OkSignClient _client;
    private readonly IOkSignEventStore _store;
    private readonly EventDispatcher _dispatcher;
    private readonly OkSignPollingOptions _options;
    private readonly bool _isPolling;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private TaskCompletionSource _hint = NewHint();

    public DeliveryErrorPoller(
        OkSignClient client,
        IOkSignEventStore store,
        EventDispatcher dispatcher,
        IOptions<OkSignPollingOptions> options,
        IEnumerable<PollingMark> polling,
        HostClock clock,
        ILogger<DeliveryErrorPoller> logger)
    {
        (_client, _store, _dispatcher, _logger) = (client, store, dispatcher, logger);
        (_options, _isPolling, _timeProvider) = (options.Value, polling.Any(), clock.TimeProvider);
    }

    /// <summary>There may be something new.</summary>
    public void AskSoon() => Volatile.Read(ref _hint).TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a call tells of may be listed a little later: a hint is worth two questions.
        bool isHinted = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Anew before asking: a hint that comes meanwhile is about what this answer may not have.
            Volatile.Write(ref _hint, NewHint());
            try
            {
                bool isMore = await AskAsync(stoppingToken).ConfigureAwait(false);
                await Task.Delay(LeastInterval, _timeProvider, stoppingToken).ConfigureAwait(false);
                if (!isMore && !isHinted)
                {
                    isHinted = await WaitForReasonAsync(stoppingToken).ConfigureAwait(false);
                }
                else
                {
                    isHinted = false;
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Whatever the end of the host has broken.
            }
        }
    }

    private static TaskCompletionSource NewHint() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>Whether a call was the reason.</returns>
    private async Task<bool> WaitForReasonAsync(CancellationToken cancellationToken)
    {
        TimeSpan rest = _isPolling ? _options.DeliveryErrorInterval - LeastInterval : Timeout.InfiniteTimeSpan;
        try
        {
            await _hint.Task.WaitAsync(rest, _timeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <returns>Whether there is more to ask for: another window, or this one again.</returns>
    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            DateTimeOffset now = _timeProvider.GetUtcNow();
            DateTimeOffset from = await FromAsync(now, cancellationToken).ConfigureAwait(false);
            DateTimeOffset until = Earlier(now, from + LongestWindow);
            foreach (DeliveryError error in await _client.DeliveryErrors.RetrieveAsync(from - Overlap, until, cancellationToken).ConfigureAwait(false))
            {
                await _dispatcher.AddAsync(DeliveryFacts.Of(error).ToEvent(), cancellationToken).ConfigureAwait(false);
            }

            await _store.WriteCheckpointAsync(CheckpointName, until.ToString("O", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            return until < now;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.PollFailed(exception, What);
            return true;
        }
    }

    private async Task<DateTimeOffset> FromAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        string? text = await _store.ReadCheckpointAsync(CheckpointName, cancellationToken).ConfigureAwait(false);
        return text is null
            ? now - _options.LookBack
            : Earlier(now, DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
