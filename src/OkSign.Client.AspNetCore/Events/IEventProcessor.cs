namespace OkSign.Client.AspNetCore;

/// <summary>What to do with one kind of event.</summary>
internal interface IEventProcessor
{
    /// <summary>The kind, as it is stored.</summary>
    string Kind { get; }

    /// <summary>Does it. An exception is a failure: the event stays.</summary>
    Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken);
}
