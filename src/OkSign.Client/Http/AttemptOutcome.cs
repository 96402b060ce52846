namespace OkSign.Client;

/// <summary>What became of one attempt, as far as it matters for making another.</summary>
internal enum AttemptOutcome
{
    /// <summary>An answer came that stands, whatever it says.</summary>
    Answered,

    /// <summary>The request surely never reached the service: no such name, no connection, no TLS.</summary>
    NotSent,

    /// <summary>No answer came, or one of a failing server: whether the service did its work is not known.</summary>
    Lost,

    /// <summary>There were too many calls, so the service did nothing (HTTP 429).</summary>
    TooMany,

    /// <summary>The service is still busy with the thing and did nothing (<c>Too soon</c>).</summary>
    TooSoon,
}
