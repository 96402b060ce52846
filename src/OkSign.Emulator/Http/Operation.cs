namespace OkSign.Emulator.Http;

/// <summary>An operation of the service, by the service's own name. Also endpoint metadata.</summary>
internal sealed record Operation(string Name, string Method, string Path)
{
    /// <summary>How often it may be called; null for as often as one likes.</summary>
    public RateLimit? Limit { get; init; }
}
