namespace OkSign.Client.AspNetCore;

/// <summary>An invitation or a reminder did not reach its signer, as the service lists it.</summary>
public sealed record DeliveryFailed
{
    /// <summary>The same whenever this event comes: for your own check that nothing is done twice.</summary>
    public required string Key { get; init; }

    /// <summary>What did not reach whom, and why.</summary>
    public required DeliveryError Error { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The name of the type only: what is said of people must not slip into a log.</summary>
    public override string ToString() => nameof(DeliveryFailed);
}
