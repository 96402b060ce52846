namespace OkSign.Client.Tests.Fuzz;

/// <summary>One input: what it is, how large it is, and how it is fed.</summary>
/// <param name="Size">How much of it comes from outside, in bytes or characters.</param>
/// <param name="Describe">The input itself, for whoever has to look into a failure.</param>
/// <param name="FeedAsync">Feeds it. True when it was read, false when it was refused in one of the ways that are promised.</param>
internal sealed record FuzzCase(long Size, Func<string> Describe, Func<Task<bool>> FeedAsync);
