namespace OkSign.Client.AspNetCore;

/// <summary>What somebody says, to be looked into.</summary>
/// <param name="Event">How it is stored.</param>
/// <param name="LeadsTo">The key of the event that there is if it is so; null when that depends on what the service says.</param>
internal sealed record Claim(StoredEvent Event, string? LeadsTo);
