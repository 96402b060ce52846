namespace OkSign.Client.AspNetCore.Tests.Events;

/// <summary>What every store of events does, in memory or in a database.</summary>
public abstract class EventStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly StoredEvent Event = new("a/b", "kind", """{"a":"Ünïcode"}""", Attempts: 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An empty one.</summary>
    protected abstract IOkSignEventStore Store { get; }

    [Fact]
    public async Task Add_TwiceOneKey_AddsTheFirst()
    {
        Assert.True(await Store.AddAsync(Event, Now, Cancel));
        Assert.False(await Store.AddAsync(Event with { Payload = "{}" }, Now, Cancel));

        Assert.Equal(Event with { Attempts = 1 }, await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel));
    }

    [Fact]
    public async Task Add_OfACompletedKey_AddsNothing()
    {
        await Store.AddAsync(Event, Now, Cancel);
        await Store.CompleteAsync(Event, Now, Cancel);

        Assert.False(await Store.AddAsync(Event, Now, Cancel));
        Assert.True(await Store.IsCompletedAsync("a/b", Cancel));
        Assert.Null(await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel));
        Assert.Empty(await Store.ListDueAsync(Now.AddDays(1), 10, Cancel));
    }

    [Fact]
    public async Task Claim_WhileSomebodyHasIt_IsRefused()
    {
        await Store.AddAsync(Event, Now, Cancel);
        await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel);

        Assert.Null(await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel));
        Assert.Empty(await Store.ListDueAsync(Now.AddSeconds(59), 10, Cancel));

        // Whoever had it did not come back.
        Assert.Equal(["a/b"], await Store.ListDueAsync(Now.AddMinutes(1), 10, Cancel));
        Assert.Equal(2, (await Store.ClaimAsync("a/b", Now.AddMinutes(1), Now.AddMinutes(2), Cancel))?.Attempts);
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_IsOneS()
    {
        await Store.AddAsync(Event, Now, Cancel);

        StoredEvent?[] claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel))));

        Assert.Single(claims, static claim => claim is not null);
    }

    [Fact]
    public async Task Claim_OfWhatIsNotDueOrNotThere_IsRefused()
    {
        await Store.AddAsync(Event, Now.AddMinutes(1), Cancel);

        Assert.Null(await Store.ClaimAsync("a/b", Now, Now.AddHours(1), Cancel));
        Assert.Null(await Store.ClaimAsync("other", Now, Now.AddHours(1), Cancel));
        Assert.False(await Store.IsCompletedAsync("other", Cancel));
    }

    [Fact]
    public async Task ListDue_OfMany_IsInOrderOfTimeAndLimited()
    {
        foreach (int minute in (int[])[3, 1, 2, 4])
        {
            await Store.AddAsync(Event with { Key = $"k{minute}" }, Now.AddMinutes(minute), Cancel);
        }

        Assert.Equal(["k1", "k2", "k3"], await Store.ListDueAsync(Now.AddMinutes(3), 10, Cancel));
        Assert.Equal(["k1", "k2"], await Store.ListDueAsync(Now.AddMinutes(3), 2, Cancel));
    }

    [Fact]
    public async Task Postpone_OfAClaimedOne_MakesItDueThen()
    {
        await Store.AddAsync(Event, Now, Cancel);
        StoredEvent? claimed = await Store.ClaimAsync("a/b", Now, Now.AddHours(1), Cancel);

        await Store.PostponeAsync(claimed!, Now.AddSeconds(5), Cancel);

        Assert.Empty(await Store.ListDueAsync(Now.AddSeconds(4), 10, Cancel));
        Assert.Equal(2, (await Store.ClaimAsync("a/b", Now.AddSeconds(5), Now.AddHours(1), Cancel))?.Attempts);
    }

    [Fact]
    public async Task Postpone_OfACompletedOne_ChangesNothing()
    {
        await Store.AddAsync(Event, Now, Cancel);
        await Store.CompleteAsync(Event, Now, Cancel);

        await Store.PostponeAsync(Event, Now, Cancel);

        Assert.True(await Store.IsCompletedAsync("a/b", Cancel));
        Assert.Empty(await Store.ListDueAsync(Now.AddDays(1), 10, Cancel));
    }

    [Fact]
    public async Task Late_WhoeverHadItBefore_ChangesNothing()
    {
        await Store.AddAsync(Event, Now, Cancel);
        StoredEvent late = (await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel))!;
        await Store.ClaimAsync("a/b", Now.AddMinutes(1), Now.AddMinutes(2), Cancel);

        await Store.PostponeAsync(late, Now, Cancel);
        await Store.RemoveAsync(late, Cancel);

        Assert.Null(await Store.ClaimAsync("a/b", Now.AddMinutes(1), Now.AddMinutes(2), Cancel));
        Assert.Equal(3, (await Store.ClaimAsync("a/b", Now.AddMinutes(2), Now.AddMinutes(3), Cancel))?.Attempts);
    }

    [Fact]
    public async Task Late_RemovalOfACompletedOne_ChangesNothing()
    {
        await Store.AddAsync(Event, Now, Cancel);
        StoredEvent claimed = (await Store.ClaimAsync("a/b", Now, Now.AddMinutes(1), Cancel))!;
        await Store.CompleteAsync(claimed, Now, Cancel);

        await Store.RemoveAsync(claimed, Cancel);

        Assert.True(await Store.IsCompletedAsync("a/b", Cancel));
    }

    [Fact]
    public async Task Remove_ForgetsIt()
    {
        await Store.AddAsync(Event, Now, Cancel);

        await Store.RemoveAsync(Event, Cancel);

        Assert.Empty(await Store.ListDueAsync(Now, 10, Cancel));
        Assert.True(await Store.AddAsync(Event, Now, Cancel));
    }

    [Fact]
    public async Task Purge_ForgetsWhatWasCompletedBefore()
    {
        foreach (int day in (int[])[1, 2, 3])
        {
            await Store.AddAsync(Event with { Key = $"k{day}" }, Now, Cancel);
            await Store.CompleteAsync(Event with { Key = $"k{day}" }, Now.AddDays(day), Cancel);
        }

        await Store.AddAsync(Event, Now, Cancel);
        await Store.PurgeAsync(Now.AddDays(2), Cancel);

        Assert.False(await Store.IsCompletedAsync("k1", Cancel));
        Assert.True(await Store.IsCompletedAsync("k2", Cancel));
        Assert.True(await Store.IsCompletedAsync("k3", Cancel));
        Assert.Equal(["a/b"], await Store.ListDueAsync(Now, 10, Cancel));
    }

    [Fact]
    public async Task Checkpoint_Written_IsReadByItsName()
    {
        Assert.Null(await Store.ReadCheckpointAsync("one", Cancel));
        await Store.WriteCheckpointAsync("one", "1", Cancel);
        await Store.WriteCheckpointAsync("one", "2", Cancel);
        await Store.WriteCheckpointAsync("other", "3", Cancel);

        Assert.Equal(("2", "3"), (await Store.ReadCheckpointAsync("one", Cancel), await Store.ReadCheckpointAsync("other", Cancel)));
    }
}
