using System.Net;
using System.Net.Sockets;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Something that goes wrong with a request, as the matrix lists it.</summary>
internal sealed record Failure(string Name, Harm Harm, EmulatorFault? Fault = null)
{
    private const string NextPage = "<html><body>Please log in.</body></html>";

    /// <summary>Throws in place of opening a connection; null when that works.</summary>
    public Func<ConnectionAttempt, Task>? Connecting { get; init; }

    /// <summary>The status of the answer, if one comes.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the answer asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether that is told as a date, in whole seconds.</summary>
    public bool IsRetryAfterDate { get; init; }

    /// <summary>Whether nothing ends it but the client's patience.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether the answer's head is the true one.</summary>
    public bool IsHeadWhole { get; init; }

    /// <summary>Whether the answer has no text.</summary>
    public bool IsWithoutText { get; init; }

    /// <summary>The only service that knows it; null for both.</summary>
    public SigningService? Service { get; init; }

    /// <summary>Whether the service does its work all the same.</summary>
    public bool IsAfterWork => Fault?.AfterWork ?? false;

    public static IReadOnlyList<Failure> All { get; } =
    [
        new("no such name (DNS)", Harm.NeverSent) { Connecting = _ => throw new SocketException((int)SocketError.HostNotFound) },
        new("connection refused", Harm.NeverSent) { Connecting = _ => throw new SocketException((int)SocketError.ConnectionRefused) },
        new("TLS fails", Harm.NeverSent) { Connecting = attempt => attempt.SpeakTlsAsync() },
        new("reset in the request's body", Harm.AnswerLost, EmulatorFault.ResetWhileReading(16)),
        new("reset before the answer", Harm.AnswerLost, EmulatorFault.Reset()),
        new("reset before the answer, work done", Harm.AnswerLost, EmulatorFault.Reset() with { AfterWork = true }),
        new("reset in the answer's body", Harm.BodyLost, EmulatorFault.BrokenAnswer()),
        new("no answer in time", Harm.AnswerLost, EmulatorFault.NoAnswer()) { IsHeld = true },
        new("no answer in time, work done", Harm.AnswerLost, EmulatorFault.NoAnswer() with { AfterWork = true }) { IsHeld = true },
        new("the answer's body stalls", Harm.BodyLost, EmulatorFault.StalledAnswer()) { IsHeld = true },
        OfServer(HttpStatusCode.RequestTimeout),
        TooMany("429"),
        TooMany("429, Retry-After in seconds", TimeSpan.FromSeconds(7)),
        TooMany("429, Retry-After as a date", TimeSpan.FromSeconds(10), isDate: true),
        TooMany("429, Retry-After of 2 minutes", TimeSpan.FromMinutes(2)),
        OfServer(HttpStatusCode.InternalServerError),
        OfServer(HttpStatusCode.InternalServerError, isAfterWork: true),
        new("502 with HTML", Harm.ServerFailed, EmulatorFault.Html(HttpStatusCode.BadGateway)) { Status = HttpStatusCode.BadGateway },
        OfServer(HttpStatusCode.ServiceUnavailable),
        OfServer(HttpStatusCode.GatewayTimeout),
        OfNobody("200 with HTML", EmulatorFault.Answer(HttpStatusCode.OK, "text/html", NextPage)),
        OfNobody("200 with HTML, work done", EmulatorFault.Answer(HttpStatusCode.OK, "text/html", NextPage) with { AfterWork = true }),
        OfNobody("200, cut short", EmulatorFault.TruncatedAnswer()) with { IsHeadWhole = true },
        OfNobody("200, empty", EmulatorFault.Empty()) with { IsWithoutText = true },
        new("401", Harm.NoAccess, EmulatorFault.Status(HttpStatusCode.Unauthorized)) { Status = HttpStatusCode.Unauthorized },
        new("403", Harm.NoAccess, EmulatorFault.Status(HttpStatusCode.Forbidden)) { Status = HttpStatusCode.Forbidden },
        new("FAILED", Harm.Refused, EmulatorFault.Failed("No.")) { Status = HttpStatusCode.OK, Service = SigningService.OkSign },
        new("200 with an error code", Harm.Refused, EmulatorFault.Failed("No.")) { Status = HttpStatusCode.OK, Service = SigningService.OkDokument },
        OfNobody("404 with HTML", EmulatorFault.Html(HttpStatusCode.NotFound), HttpStatusCode.NotFound) with { Service = SigningService.OkDokument },
        OfOkDokument("400 with an error code", Harm.Refused, HttpStatusCode.BadRequest),
        OfOkDokument("404 with an error code", Harm.Absent, HttpStatusCode.NotFound),
        OfOkDokument("409", Harm.Contradicted, HttpStatusCode.Conflict),
    ];

    public static IEnumerable<Failure> AllOf(SigningService service) => All.Where(failure => (failure.Service ?? service) == service);

    public static Failure Of(string name) => All.Single(failure => failure.Name == name);

    private static Failure OfServer(HttpStatusCode status, bool isAfterWork = false)
        => new(isAfterWork ? $"{(int)status}, work done" : $"{(int)status}", Harm.ServerFailed, EmulatorFault.Status(status) with { AfterWork = isAfterWork }) { Status = status };

    private static Failure TooMany(string name, TimeSpan? retryAfter = null, bool isDate = false)
        => new(name, Harm.TooMany, EmulatorFault.Status(HttpStatusCode.TooManyRequests, retryAfter, isDate))
        {
            Status = HttpStatusCode.TooManyRequests,
            RetryAfter = retryAfter,
            IsRetryAfterDate = isDate,
        };

    private static Failure OfNobody(string name, EmulatorFault fault, HttpStatusCode status = HttpStatusCode.OK)
        => new(name, Harm.NotTheService, fault) { Status = status };

    private static Failure OfOkDokument(string name, Harm harm, HttpStatusCode status)
        => new(name, harm, EmulatorFault.Status(status)) { Status = status, Service = SigningService.OkDokument };
}
