namespace OkSign.Client;

/// <summary>One operation of the service. Declared beside the Refit method that mirrors it.</summary>
/// <param name="Name">The service's own name, such as <c>Document.upload</c>.</param>
/// <param name="Class">What repeating it means.</param>
internal sealed record Operation(string Name, OperationClass Class)
{
    /// <summary>How long the service wants to be left alone between two calls; zero when it does not mind.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Whether a failed call is repeated by itself where its class allows it; not where the caller keeps a pace of its own.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>How often it may be called, where that is known and waiting is short.</summary>
    public OperationLimit? Limit { get; init; }
}
