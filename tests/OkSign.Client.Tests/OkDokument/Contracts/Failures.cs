using OkSign.Client.Tests.Contracts;
using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.OkDokument.Contracts;

/// <summary>The failures of OKdokument's operations, and what they become.</summary>
internal static class Failures
{
    private const string Html = "<html><body>Not what was expected</body></html>";

    /// <summary>The failures whatever the operation, but for the one that opens a link.</summary>
    public static IReadOnlyList<ContractAnswer> OfAll { get; } =
    [
        Failure<OkSignRejectedException>("400 with a code that is not known", Dokument.Refused("err.file.too.odd"), 400) with { Code = "err.file.too.odd" },
        Failure<OkSignRejectedException>("400 in the wide form", """{ "code": "ERROR", "statusCode": 400, "success": false }""", 400) with { Code = "ERROR" },
        Failure<OkSignUnexpectedContentException>("400 without a code", "{}", 400),
        Failure<OkSignNotFoundException>("400, no such request", Dokument.Refused("err.signature.request.not.exist", Dokument.RequestIdText), 400)
            with { Code = "err.signature.request.not.exist" },
        Failure<OkSignNotFoundException>("404 with a code", Dokument.Refused("err.not.found", Dokument.DocumentIdText), 404) with { Code = "err.not.found" },
        Failure<OkSignNotFoundException>("404 with another code", Dokument.Refused("err.gone"), 404) with { Code = "err.gone" },
        Failure<OkSignUnexpectedContentException>("404 with HTML", Html, 404),
        Failure<OkSignUnexpectedContentException>("404 without a body", "", 404),
        Failure<OkSignUnexpectedContentException>("404 with other JSON", """{ "error": "Not Found", "path": "/JSON" }""", 404),
        Failure<OkSignUnexpectedContentException>("405", "", 405),
        Failure<OkSignRejectedException>("405 with a code", Dokument.Refused("err.method"), 405) with { Code = "err.method" },
        Failure<OkSignConflictException>("409 with a code", Dokument.Refused("err.signature.request.exists", Dokument.RequestIdText), 409) with { Code = "err.signature.request.exists" },
        Failure<OkSignConflictException>("409 with HTML", Html, 409),
        Failure<OkSignConflictException>("409 without a body", "", 409),
        Failure<OkSignUnexpectedContentException>("413 of a proxy", Html, 413),
        Failure<OkSignRejectedException>("413 with a code", Dokument.Refused("err.too.large"), 413) with { Code = "err.too.large" },
        .. BeforeTheBody(),
        Failure<OkSignRejectedException>("200 with an error code", Dokument.Refused("ERR.credit.none")) with { Code = "ERR.credit.none" },
        Failure<OkSignNotFoundException>("200, no such thing", Dokument.Refused("err.not.found", "x")) with { Code = "err.not.found" },
        Failure<OkSignRejectedException>("200 without success", """{ "success": false, "code": "NO_CREDIT" }""") with { Code = "NO_CREDIT" },
        Failure<OkSignRejectedException>("200 without success and reason", """{ "success": false }"""),
        Failure<OkSignRejectedException>("200 without success, as a text", """{ "success": "False", "message": 7, "code": [ "x" ] }""") with { Code = "7" },
        Failure<OkSignRejectedException>("200 with an odd code", """{ "success": false, "message": "Somebody <anna@example.com> did it" }"""),
        Failure<OkSignUnexpectedContentException>("200 with HTML", Html),
        Failure<OkSignUnexpectedContentException>("200, truncated", """{ "message": "msg.do"""),
        Failure<OkSignUnexpectedContentException>("200, twice", Dokument.Done("msg.done", "x") + Dokument.Done("msg.done", "x")),
        Failure<OkSignUnexpectedContentException>("302 to a login", "", 302) with { Location = "https://login.example/" },
    ];

    /// <summary>Where a body or its members are needed.</summary>
    public static IReadOnlyList<ContractAnswer> OfAResult { get; } =
    [
        Failure<OkSignUnexpectedContentException>("no body", ""),
        Failure<OkSignUnexpectedContentException>("a number", "7"),
        Failure<OkSignUnexpectedContentException>("a text", "\"msg.done\""),
    ];

    /// <summary>An object that has not what is needed.</summary>
    public static IReadOnlyList<ContractAnswer> OfAnObject { get; } =
    [
        .. OfAResult,
        Failure<OkSignUnexpectedContentException>("an empty object", "{}"),
        Failure<OkSignUnexpectedContentException>("a list", "[]"),
        Failure<OkSignUnexpectedContentException>("null", "null"),
        Failure<OkSignUnexpectedContentException>("a message alone", """{ "message": "msg.done" }"""),
    ];

    /// <summary>Failures that say all by their status.</summary>
    public static IEnumerable<ContractAnswer> BeforeTheBody() =>
    [
        Failure<OkSignAuthenticationException>("401", Html, 401),
        Failure<OkSignAuthenticationException>("403", Dokument.Refused("err.forbidden"), 403),
        Failure<OkSignTransportException>("408", "", 408),
        Failure<OkSignRateLimitException>("429", "", 429),
        Failure<OkSignTransportException>("500", Html, 500),
        Failure<OkSignTransportException>("503", Dokument.Refused("err.busy"), 503),
    ];

    /// <summary>What an operation without a result may answer.</summary>
    /// <param name="hasKnownBody">Whether the service is known to send a body: without one, somebody else has answered.</param>
    public static IEnumerable<ContractAnswer> WithoutResult(bool hasKnownBody = true) =>
    [
        hasKnownBody ? Failure<OkSignUnexpectedContentException>("no body", "") : Variant("no body", "", Assert.Null),
        Variant("204", "", Assert.Null) with { Status = 204 },
        Variant("an empty object", "{}", Assert.Null),
        Variant("null", "null", Assert.Null),
        Variant("the wide form", """{ "code": "SUCCESS", "statusCode": 200, "success": true, "message": "msg.done", "result": "x" }""", Assert.Null),
        Variant("an odd form", """{ "code": {}, "success": "yes", "message": [ 1 ], "value": 7, "result": {} }""", Assert.Null),
        Variant("a list", "[]", Assert.Null),
    ];
}
