using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AspNetCoreHost.Contracts;

/// <summary>
/// Tells open pages that a contract has changed, after the change is in the database. What has changed they read from there, so that nothing
/// is lost when a page was away for a while. With several instances of this host, a message bus goes here.
/// </summary>
public sealed class ContractFeed : IDisposable
{
    // Some proxies end a connection on which nothing happens.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Channel<bool>, string> _pages = new();
    private readonly CancellationTokenRegistration _stopping;
    private readonly TimeProvider _timeProvider;

    public ContractFeed(IHostApplicationLifetime lifetime, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;

        // An open page would keep the host from stopping. Browsers connect again by themselves.
        _stopping = lifetime.ApplicationStopping.Register(() => _pages.Keys.ToList().ForEach(page => page.Writer.TryComplete()));
    }

    public void Publish(string contractId)
    {
        foreach ((Channel<bool> page, string watched) in _pages)
        {
            if (watched == contractId)
            {
                page.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>One event at once, for what happened before somebody watched, and one after each change.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(string contractId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One change that is not told yet is enough: the page reads all of it.
        var page = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        _pages[page] = contractId;
        try
        {
            page.Writer.TryWrite(true);
            while (await NextAsync(page.Reader, cancellationToken) is { } isChange)
            {
                yield return new SseItem<string>(contractId, isChange ? "changed" : "still-here");
            }
        }
        finally
        {
            _pages.TryRemove(page, out _);
        }
    }

    public void Dispose() => _stopping.Dispose();

    /// <returns>True for a change, false when nothing happened for a while, null at the end.</returns>
    private async Task<bool?> NextAsync(ChannelReader<bool> changes, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await changes.WaitToReadAsync(either.Token) && changes.TryRead(out _) ? true : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
