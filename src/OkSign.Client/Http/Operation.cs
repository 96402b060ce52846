namespace OkSign.Client;

/// <summary>One operation of the service. Declared beside the Refit method that mirrors it.</summary>
/// <param name="Name">The service's own name, such as <c>Document.upload</c>.</param>
/// <param name="Class">What repeating it means.</param>
internal sealed record Operation(string Name, OperationClass Class)
{
    /// <summary>How often it may be called, where that is known.</summary>
    public OperationLimit? Limit { get; init; }

    /// <summary>Whether the service may answer <c>Too soon</c>, which passes.</summary>
    public bool CanBeTooSoon { get; init; }

    /// <summary>
    /// The path with a name in braces for the id that stands in it, as its Refit method has it; null for a path without one.
    /// </summary>
    public string? PathTemplate { get; init; }

    /// <summary>Whether it is for everybody, without a key.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Whether it has the words of a caller in its name, which may hold what is private.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The name for listeners.</summary>
    public string PublicName => IsRaw ? "Raw" : Name;

    /// <summary>Whether "does not exist" is an answer to it like any other.</summary>
    public bool AsksForExistence { get; init; }

    /// <summary>Whether its success is not known to have a body, so that one without is as good.</summary>
    public bool MayAnswerNothing { get; init; }

    /// <summary>Whether a failed call is repeated by itself where its class allows it; not where the caller keeps a pace of its own.</summary>
    public bool IsRepeatable { get; init; } = true;
}
