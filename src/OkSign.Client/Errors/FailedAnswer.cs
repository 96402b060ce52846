using System.Text.Json;

namespace OkSign.Client;

/// <summary>Turns the reasons of a <c>FAILED</c> answer into the exception that a caller handles.</summary>
/// <remarks>
/// The service has no error codes, and of its texts only <c>Too soon</c> is known. The other phrases are guesses: a text
/// that none of them fits is a <see cref="OkSignRejectedException"/>, whose <c>Reasons</c> lose nothing.
/// </remarks>
internal static class FailedAnswer
{
    private const int MaxReasonsInMessage = 10;

    private static readonly string[] TooSoon = ["too soon"];

    private static readonly string[] Authentication =
    [
        "authorization",
        "authentication",
        "unauthorized",
        "not authorized",
        "not authenticated",
        "organizational token",
        "account number",
        "wrong key",
        "invalid key",
    ];

    // A marker, a signer or a key may not be found either: only what says that the thing itself is gone counts.
    private static readonly string[] Things = ["document", "briefcase", "attachment", "signexpress", "editorexpress", "session"];

    private static readonly string[] NotFound =
    [
        .. Things.Select(static thing => $"{thing} does not exist"),
        .. Things.Select(static thing => $"{thing} doesn't exist"),
        .. Things.Select(static thing => $"{thing} not found"),
        .. Things.Select(static thing => $"{thing} was not found"),
        .. Things.Select(static thing => $"{thing} could not be found"),
        .. Things.Select(static thing => $"no such {thing}"),
    ];

    public static OkSignException ToException(IReadOnlyList<string> reasons, FailureFacts facts)
    {
        string text = reasons.Count == 0 ? "no reason given" : string.Join("; ", reasons.Take(MaxReasonsInMessage));
        string single = SingleOf(reasons);
        return single switch
        {
            _ when Says(single, TooSoon) => new OkSignTooSoonException($"{facts.Operation}: {text}", facts),
            _ when Says(single, Authentication) => new OkSignAuthenticationException($"{facts.Operation}: {text}", facts),
            _ when Says(single, NotFound) => new OkSignNotFoundException($"{facts.Operation}: {text}", facts),
            _ => new OkSignRejectedException($"{facts.Operation} was refused: {text}", facts, reasons),
        };
    }

    /// <summary>Whether an answer with a status of success says that the service is still busy.</summary>
    public static bool IsTooSoon(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Envelope.Parse(body) is { IsFailed: true } envelope && Says(SingleOf([.. envelope.Reasons()]), TooSoon);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The kinds that are about the whole call are recognised only when the service gives a single reason.
    private static string SingleOf(IReadOnlyList<string> reasons) => reasons.Count == 1 ? reasons[0] : "";

    private static bool Says(string reason, string[] phrases)
        => Array.Exists(phrases, phrase => reason.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
