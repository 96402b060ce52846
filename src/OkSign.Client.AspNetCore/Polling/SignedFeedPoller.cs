using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// Follows the feed of signatures. Each goes into the store before the checkpoint moves on, so that a host that is killed in between has it once more, and knows it by its key.
/// </summary>
internal sealed class SignedFeedPoller(
    OkSignClient client,
    IOkSignEventStore store,
    EventDispatcher dispatcher,
    IOptions<OkSignPollingOptions> options,
    HostClock clock,
    ILogger<SignedFeedPoller> logger) : BackgroundService
{
    public const string CheckpointName = "oksign/signed";

    private const string What = "signatures";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (store is InMemoryEventStore)
        {
            logger.CheckpointInMemory(options.Value.LookBack);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The feed itself waits out what passes. Credentials may be mended, a store may come back.
                logger.PollEnded(exception, What, options.Value.RestartDelay);
                await Task.Delay(options.Value.RestartDelay, clock.TimeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Whatever the end of the host has broken.
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        SignedFeedCheckpoint checkpoint = await store.ReadCheckpointAsync(CheckpointName, cancellationToken).ConfigureAwait(false) is { } text
            ? SignedFeedCheckpoint.Parse(text)
            : SignedFeedCheckpoint.StartingAt(clock.TimeProvider.GetUtcNow() - options.Value.LookBack);
        await foreach (SignedFeedItem item in client.Documents.WatchSignedAsync(checkpoint, options.Value.Feed, cancellationToken).ConfigureAwait(false))
        {
            if (item.Failure is { } failure)
            {
                logger.PollFailed(failure, What);
            }

            if (item.Event is { } signing)
            {
                await TakeAsync(signing, cancellationToken).ConfigureAwait(false);
            }

            await store.WriteCheckpointAsync(CheckpointName, item.Checkpoint.ToString(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(SigningEvent signing, CancellationToken cancellationToken)
    {
        SignatureFacts? facts = SignatureFacts.Of(signing);
        if ((facts?.ToEvent() ?? SignatureClaim.Of(signing, clock.TimeProvider.GetUtcNow())?.Event) is not { } found)
        {
            logger.SignatureWithoutIds();
            return;
        }

        bool isNew = await dispatcher.AddAsync(found, cancellationToken).ConfigureAwait(false);
        if (!isNew && facts is { IsLast: true })
        {
            // A callback has told of this signature, and may not have known that it was the last one.
            await dispatcher.AddAsync(CompletionFacts.Of(facts).ToEvent(), cancellationToken).ConfigureAwait(false);
        }
    }
}
