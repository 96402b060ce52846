using System.Text;

namespace OkSign.Client.Tests.Contracts;

/// <summary>An answer of the service and what the client must make of it: a result or an exception.</summary>
public sealed record ContractAnswer(string Name, int Status, string ContentType, byte[] Body)
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Checks the result; null when an exception is expected.</summary>
    public Action<object?>? Verify { get; init; }

    /// <summary>The exception; null when a result is expected.</summary>
    public Type? Exception { get; init; }

    /// <summary>The code that the exception carries.</summary>
    public string? Code { get; init; }

    /// <summary>Where the answer sends a browser; null for nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the emulator must answer in this form.</summary>
    public bool IsModel { get; init; }

    /// <summary>The answer as the wire facts show it.</summary>
    public static ContractAnswer Ok(string json, Action<object?> verify)
        => new("ok", 200, Json, Encoding.UTF8.GetBytes(json)) { Verify = verify, IsModel = true };

    /// <summary>The answer of an operation that gives a PDF.</summary>
    public static ContractAnswer OkPdf(byte[] pdf, Action<object?> verify)
        => new("ok", 200, "application/pdf", pdf) { Verify = verify, IsModel = true };

    /// <summary>Another form of the answer that some source tells of, or that is tolerated.</summary>
    public static ContractAnswer Variant(string name, string json, Action<object?> verify)
        => new(name, 200, Json, Encoding.UTF8.GetBytes(json)) { Verify = verify };

    /// <summary>An answer that must not be taken for a result.</summary>
    public static ContractAnswer Failure<TException>(string name, string json, int status = 200)
        where TException : OkSignException
        => new(name, status, Json, Encoding.UTF8.GetBytes(json)) { Exception = typeof(TException) };

    /// <summary>The failures that every operation shares.</summary>
    public static IReadOnlyList<ContractAnswer> CommonFailures { get; } =
    [
        Failure<OkSignRejectedException>("failed", """{ "status": "FAILED", "reason": "No." }"""),
        Failure<OkSignRejectedException>("failed with several reasons", """{ "status": "FAILED", "reason": [ "No.", "Never." ] }"""),
        Failure<OkSignRejectedException>("failed without a reason", """{ "status": "FAILED", "reason": "" }"""),
        Failure<OkSignRejectedException>("failed with an object", """{ "reason": { "code": 7 }, "status": "FAILED" }"""),
        Failure<OkSignTooSoonException>("failed too soon", """{ "status": "FAILED", "reason": "Too soon, please retry later" }"""),
        Failure<OkSignAuthenticationException>("unauthorized", """{ "status": "FAILED", "reason": "Wrong key" }""", 401),
        Failure<OkSignAuthenticationException>("forbidden", "", 403),
        Failure<OkSignRateLimitException>("too many calls", """{ "status": "FAILED", "reason": "Slow down" }""", 429),
        Failure<OkSignTransportException>("server error", "<html>500</html>", 500),
        Failure<OkSignUnexpectedContentException>("html", "<html>Login</html>"),
        Failure<OkSignUnexpectedContentException>("truncated", """{ "status": "OK", "reas"""),
        Failure<OkSignUnexpectedContentException>("no body", ""),
        Failure<OkSignUnexpectedContentException>("another status", """{ "status": "MAYBE", "reason": "" }"""),
    ];

    /// <summary>Checks what a call gave.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="outcome">The result, or the exception.</param>
    public void AssertOutcome(string operation, object? outcome)
    {
        if (Exception is { } expected)
        {
            OkSignException exception = Assert.IsType<OkSignException>(outcome, exactMatch: false);
            Assert.IsType(expected, exception);
            Assert.Equal(operation, exception.Operation);
            Assert.Equal(Status, (int?)exception.StatusCode);
            Assert.Equal(Code, exception.Code);
            Assert.Equal(1, exception.Attempts);
        }
        else
        {
            Verify!(outcome);
        }
    }

    public override string ToString() => Name;
}
