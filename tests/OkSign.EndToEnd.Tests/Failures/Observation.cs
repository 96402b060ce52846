using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What became of a call that met a failure.</summary>
/// <param name="Requests">The requests that the server saw.</param>
/// <param name="CarriedOut">How many of them it carried out.</param>
/// <param name="Effects">How many times the work shows in the service; null where nothing can show.</param>
/// <param name="Result">What the caller got.</param>
/// <param name="Exception">What the caller got; null for a result.</param>
/// <param name="Pauses">The pauses before repetitions.</param>
/// <param name="Leaks">What came out with a secret in it: logs, activities, metrics, the exception.</param>
/// <param name="Lines">How much came out at all.</param>
internal sealed record Observation(
    int Requests,
    int CarriedOut,
    int? Effects,
    object? Result,
    Exception? Exception,
    IReadOnlyList<TimeSpan> Pauses,
    IReadOnlyList<string> Leaks,
    int Lines)
{
    public OkSignException? Failure => Exception as OkSignException;
}
