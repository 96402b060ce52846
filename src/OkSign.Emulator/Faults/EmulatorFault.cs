using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using OkSign.Emulator.Faults;
using OkSign.Emulator.Http;

namespace OkSign.Emulator;

/// <summary>
/// Something that goes wrong between a client and the service: with one request, whatever its credentials and its operation.
/// Given to <see cref="OkSignEmulator.Faults"/>.
/// </summary>
/// <remarks>
/// By default the request goes wrong before the service has done anything. <c>EmulatorFault.Reset() with { AfterWork = true }</c> is the
/// case that makes sending again dangerous: the service has carried it out, and the client does not know.
/// </remarks>
public sealed record EmulatorFault
{
    private readonly FaultCourse _course;

    private EmulatorFault(string name, FaultCourse course)
    {
        Name = name;
        _course = course;
        AfterWork = course.WorkDone ?? false;
    }

    /// <summary>What happens, in a few words.</summary>
    public string Name { get; }

    /// <summary>
    /// True when the operation is carried out, with all that it changes, before its answer is lost or spoilt; false when it is not carried
    /// out, and does not count against rate limits.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Set to false for a fault that spoils the true answer, or to true for one that ends the request before the service has all of it.
    /// </exception>
    public bool AfterWork
    {
        get;
        init => field = (_course.WorkDone ?? value) == value
            ? value
            : throw new ArgumentException($"\"{Name}\" is always {(value ? "before" : "after")} the work.", nameof(value));
    }

    /// <summary>An HTTP status with the service's envelope: for OKSign <c>FAILED</c>, for OKdokument <c>err.failed</c>, and the name of the status as the
    /// reason.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> tells, rounded up to whole seconds; null for no such header.</param>
    /// <param name="retryAfterAsDate">Whether it is told as a date, by the emulator's clock, and not in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none, or the time is negative.</exception>
    public static EmulatorFault Status(HttpStatusCode status, TimeSpan? retryAfter = null, bool retryAfterAsDate = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(retryAfter));
        string reason = ReasonPhrases.GetReasonPhrase((int)Checked(status));
        return new EmulatorFault(NameOf(status), OtherAnswer.Failed(status, reason) with
        {
            RetryAfter = retryAfter,
            RetryAfterAsDate = retryAfterAsDate,
        });
    }

    /// <summary>An answer with any status and body.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="mediaType">The content-type.</param>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
    public static EmulatorFault Answer(HttpStatusCode status, string mediaType, string body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        ArgumentNullException.ThrowIfNull(body);
        return new EmulatorFault($"{NameOf(status)}, {mediaType}", new OtherAnswer(Checked(status), mediaType, body));
    }

    /// <summary>The HTML page of a proxy.</summary>
    /// <param name="status">The status: some proxies answer 200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
    public static EmulatorFault Html(HttpStatusCode status)
    {
        string title = $"{(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}";
        return Answer(status, "text/html; charset=utf-8", HtmlPage.Message(title, "The proxy cannot give you the page that you asked for."));
    }

    /// <summary>HTTP 200 without a body.</summary>
    public static EmulatorFault Empty() => new("200, empty", new OtherAnswer(HttpStatusCode.OK, MediaType: null, Body: ""));

    /// <summary>The operation is refused: HTTP 200 with the status <c>FAILED</c>, for OKdokument with <c>err.failed</c>.</summary>
    /// <param name="reason">The reason.</param>
    public static EmulatorFault Failed(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new EmulatorFault("FAILED", OtherAnswer.Failed(HttpStatusCode.OK, reason));
    }

    /// <summary>The first half of the true answer, with a content-length that fits: nothing is wrong by the rules of HTTP. Always after the work.</summary>
    public static EmulatorFault TruncatedAnswer() => new("truncated answer", new TruncatedAnswer());

    /// <summary>
    /// The headers of the true answer and the first half of its body, then the connection is reset. Always after the work. Of an
    /// answer of some 100 KB and more, the reset may overtake a part of that half.
    /// </summary>
    public static EmulatorFault BrokenAnswer() => new("broken answer", new HalfAnswer(FaultEnd.Reset));

    /// <summary>The headers of the true answer and the first half of its body, then nothing until the client goes away. Always after the work.</summary>
    public static EmulatorFault StalledAnswer() => new("stalled answer", new HalfAnswer(FaultEnd.Hold));

    /// <summary>Nothing at all until the client goes away.</summary>
    public static EmulatorFault NoAnswer() => new("no answer", new Silence(FaultEnd.Hold));

    /// <summary>
    /// The whole request is read, then the connection is reset (TCP RST). <c>HttpClient</c> throws an <see cref="HttpRequestException"/> with an
    /// <see cref="IOException"/> and a <see cref="System.Net.Sockets.SocketException"/> in it, and does not send the request again by itself.
    /// </summary>
    public static EmulatorFault Reset() => new("reset", new Silence(FaultEnd.Reset));

    /// <summary>The connection is reset in the middle of the request's body. Never after the work.</summary>
    /// <param name="afterBytes">After how many bytes of the body, or at its end if it is shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static EmulatorFault ResetWhileReading(long afterBytes) => WhileReading("reset", afterBytes, FaultEnd.Reset);

    /// <summary>In the middle of the request's body nothing is read any more, until the client goes away. Never after the work.</summary>
    /// <remarks>
    /// A client notices when all buffers on the way are full, so let the body have some 10 MB. That it goes away shows only behind what it has sent: it may be
    /// held until <see cref="EmulatorFaults.Clear"/> or the end of the emulator.
    /// </remarks>
    /// <param name="afterBytes">After how many bytes of the body, or at its end if it is shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static EmulatorFault StallWhileReading(long afterBytes) => WhileReading("stall", afterBytes, FaultEnd.Hold);

    /// <summary>
    /// The true answer, late: the request waits before the operation is carried out, or with <see cref="AfterWork"/> the answer does. A client
    /// that goes away before the operation stops it from being carried out.
    /// </summary>
    /// <param name="delay">How long, by the emulator's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative time.</exception>
    public static EmulatorFault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new EmulatorFault(string.Create(CultureInfo.InvariantCulture, $"delay of {delay:c}"), new LateAnswer(delay));
    }

    /// <summary>The name, and whether it happens after the work.</summary>
    public override string ToString() => AfterWork ? $"{Name}, after the work" : Name;

    /// <summary>Whether <see cref="AfterWork"/> can be chosen.</summary>
    internal bool CanBeBoth => _course.WorkDone is null;

    internal Task RunAsync(FaultedRequest request) => _course.RunAsync(request, AfterWork);

    private static EmulatorFault WhileReading(string name, long afterBytes, FaultEnd end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new EmulatorFault(string.Create(CultureInfo.InvariantCulture, $"{name} after {afterBytes} bytes of the request"), new InterruptedRequest(afterBytes, end));
    }

    private static string NameOf(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static HttpStatusCode Checked(HttpStatusCode status)
        => (int)status is >= 200 and <= 599 ? status : throw new ArgumentOutOfRangeException(nameof(status), status, "The status must be 200 to 599.");
}
