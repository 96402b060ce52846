namespace OkSign.Client.AspNetCore;

/// <summary>What came of processing an event.</summary>
internal enum Verdict
{
    /// <summary>It is done, once and for all.</summary>
    Handled,

    /// <summary>It is kept, and will be tried (again).</summary>
    Pending,

    /// <summary>There is no such thing: it is forgotten.</summary>
    NotSo,

    /// <summary>A handler or the service failed; it will be tried again.</summary>
    Failed,
}
