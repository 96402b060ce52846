using System.Net;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>An operation of the matrix: what repeating it means, and how to call it.</summary>
internal sealed record OperationCase(string Name, OperationClass Class, Func<Stage, Task<Work>> PrepareAsync)
{
    public SigningService Service { get; init; }

    /// <summary>Whether the result is a PDF, which is read while it comes.</summary>
    public bool IsDownload { get; init; }

    /// <summary>Whether the result is where the answer sends a browser, so that its head has all, and 400 and 404 say that there is none.</summary>
    public bool IsRedirect { get; init; }

    /// <summary>Whether it is not known that the service answers with a text: a success without one is a success.</summary>
    public bool MayAnswerWithoutText { get; init; }

    /// <summary>The status of the answer that there is nothing (any more) to remove.</summary>
    public HttpStatusCode StatusOfGone { get; init; } = HttpStatusCode.OK;

    /// <summary>How long the service is known to want between too many calls.</summary>
    public TimeSpan? Window { get; init; }

    public static IReadOnlyList<OperationCase> All { get; } = [.. OkSignCases.All, .. OkDokumentCases.All];

    public static OperationCase Of(string name) => All.Single(operation => operation.Name == name);

    public static OperationCase Read(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.Read, prepare);

    public static OperationCase Download(string name, Func<Stage, Task<Work>> prepare) => Read(name, prepare) with { IsDownload = true };

    public static OperationCase Delete(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.Delete, prepare);

    public static OperationCase Idempotent(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.IdempotentWrite, prepare);

    public static OperationCase Unsafe(string name, Func<Stage, Task<Work>> prepare) => new(name, OperationClass.UnsafeWrite, prepare);

    /// <summary>Whether this operation takes for an answer what is a failure to others.</summary>
    public bool IsAnsweredBy(Failure failure)
        => IsRedirect
            ? SaysThatThereIsNone(failure) || failure.IsHeadWhole
            : MayAnswerWithoutText && failure.IsWithoutText;

    /// <summary>Whether it is the answer that there is no such thing.</summary>
    public bool SaysThatThereIsNone(Failure failure)
        => IsRedirect && (failure.Harm == Harm.Absent || failure is { Harm: Harm.Refused, Status: HttpStatusCode.BadRequest });
}
