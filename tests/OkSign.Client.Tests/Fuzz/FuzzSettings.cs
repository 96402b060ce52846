using System.Globalization;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>How many inputs, and which: see docs/fuzzing.md.</summary>
/// <param name="Inputs">How many, shared out among the targets.</param>
/// <param name="First">The number of the first one. An input is made of its number alone, so a number is all that it takes to see it again.</param>
/// <param name="TimeLimit">How long one input may take; null in the short run, which must not depend on what else a machine does.</param>
internal sealed record FuzzSettings(int Inputs, int First, TimeSpan? TimeLimit)
{
    /// <summary>After so long an input is taken for one that never ends, in any run.</summary>
    public const int PatienceInSeconds = 60;

    public const string TargetVariable = "OKSIGN_TESTS_FUZZ_TARGET";

    private const string InputsVariable = "OKSIGN_TESTS_FUZZ_INPUTS";
    private const string FirstVariable = "OKSIGN_TESTS_FUZZ_FIRST";
    private const int InputsOfTheShortRun = 60_000;

    public static FuzzSettings Current { get; } = Of(NumberIn(InputsVariable), NumberIn(FirstVariable));

    /// <summary>Which targets are fed: all of them unless one is named.</summary>
    public static IEnumerable<FuzzTarget> Targets
        => Environment.GetEnvironmentVariable(TargetVariable) is { Length: > 0 } name ? [FuzzTargets.Of(name)] : FuzzTargets.All;

    public int InputsFor(FuzzTarget target)
        => Math.Max(1, (int)((long)Inputs * target.Share / FuzzTargets.All.Sum(static each => each.Share)));

    private static FuzzSettings Of(int? inputs, int? first)
        => new(inputs ?? InputsOfTheShortRun, first ?? 0, inputs is null ? null : TimeSpan.FromSeconds(10));

    private static int? NumberIn(string variable)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
