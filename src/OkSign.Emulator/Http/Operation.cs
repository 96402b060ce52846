namespace OkSign.Emulator.Http;

/// <summary>An operation of a service, by the service's own name. Also endpoint metadata.</summary>
internal sealed record Operation(string Name, string Method, string Path)
{
    /// <summary>To which service it belongs, which decides what an error looks like.</summary>
    public Service Service { get; init; }

    /// <summary>Whether anybody may call it, without credentials.</summary>
    public bool IsPublic { get; init; }

    /// <summary>How often it may be called; null for as often as one likes.</summary>
    public RateLimit? Limit { get; init; }
}
