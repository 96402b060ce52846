namespace OkSign.Emulator.Http;

/// <summary>How often an operation may be called.</summary>
internal sealed record RateLimit(int Calls, TimeSpan Window)
{
    public static RateLimit ThreePerSecond { get; } = new(3, TimeSpan.FromSeconds(1));

    public static RateLimit OncePerThreeMinutes { get; } = new(1, TimeSpan.FromMinutes(3));
}
