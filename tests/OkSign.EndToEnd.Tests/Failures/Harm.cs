namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What a failure leaves the caller with; the expectations hang on it.</summary>
internal enum Harm
{
    /// <summary>There was no connection: the request surely never arrived.</summary>
    NeverSent,

    /// <summary>No answer came, or only its beginning: whether the work was done is not known.</summary>
    AnswerLost,

    /// <summary>The head of the answer came, and a part of its body.</summary>
    BodyLost,

    /// <summary>A server says that it failed: whether the work was done is not known.</summary>
    ServerFailed,

    /// <summary>There were too many calls, so nothing was done.</summary>
    TooMany,

    /// <summary>A success whose text is not the service's.</summary>
    NotTheService,

    /// <summary>The credentials are not accepted.</summary>
    NoAccess,

    /// <summary>The service refuses.</summary>
    Refused,

    /// <summary>The service says that it contradicts what is there.</summary>
    Contradicted,

    /// <summary>The service says that there is no such thing.</summary>
    Absent,
}
