namespace OkSign.Client.Soak;

/// <summary>What looking found after an answer was lost.</summary>
internal sealed record Found<T>(T Value);
