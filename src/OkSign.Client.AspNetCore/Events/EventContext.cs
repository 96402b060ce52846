using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client.AspNetCore;

/// <summary>One event in the hands of its processor.</summary>
/// <param name="event">The event.</param>
/// <param name="services">A scope of its own.</param>
/// <param name="store">Where further events go.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class EventContext(StoredEvent @event, IServiceProvider services, IOkSignEventStore store, TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestOutage = TimeSpan.FromDays(7);

    private readonly List<string> _followUps = [];

    public IServiceProvider Services => services;

    public string Key => @event.Key;

    public int Attempts => @event.Attempts;

    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>What this event has led to, to be processed after it.</summary>
    public IReadOnlyList<string> FollowUps => _followUps;

    /// <exception cref="JsonException">It was stored by something else.</exception>
    public T Payload<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(@event.Payload, type) ?? throw new JsonException($"No {@event.Kind}.");

    /// <summary>What to do about a claim that the service knows nothing of: wait, or give it up.</summary>
    public Verdict NotYet(DateTimeOffset claimedAt, OkSignEventOptions options)
        => Now - claimedAt >= options.ConfirmWithin ? Verdict.NotSo : Verdict.Pending;

    /// <summary>Whether the service could not be asked about a claim for so long that it never will.</summary>
    public bool IsHopeless(DateTimeOffset claimedAt) => Now - claimedAt >= LongestOutage;

    public async Task AddAsync(StoredEvent followUp, CancellationToken cancellationToken)
    {
        await store.AddAsync(followUp, Now, cancellationToken).ConfigureAwait(false);
        _followUps.Add(followUp.Key);
    }
}
