namespace OkSign.Client.AspNetCore.Tests.Events;

public sealed class InMemoryEventStoreTests : EventStoreContract
{
    protected override IOkSignEventStore Store { get; } = new InMemoryEventStore();
}
