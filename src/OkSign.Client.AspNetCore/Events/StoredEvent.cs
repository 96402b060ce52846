namespace OkSign.Client.AspNetCore;

/// <summary>An event as an <see cref="IOkSignEventStore"/> keeps it until it is handled.</summary>
/// <param name="Key">What happened, in a text that is the same however it became known: at most 2,000 ASCII characters.</param>
/// <param name="Kind">How to read the payload.</param>
/// <param name="Payload">The facts as JSON. Opaque; holds ids and names, and the address of whom a message did not reach.</param>
/// <param name="Attempts">How often it was claimed, this time included.</param>
public sealed record StoredEvent(string Key, string Kind, string Payload, int Attempts)
{
    /// <summary>The kind only: the payload tells of people.</summary>
    public override string ToString() => Kind;
}
