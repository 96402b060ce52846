namespace OkSign.Client;

/// <summary>What was to be sent contradicts itself or cannot be right. Nothing was sent.</summary>
public sealed class OkSignInputException : ArgumentException
{
    /// <summary>Takes everything that is wrong.</summary>
    public OkSignInputException(IReadOnlyList<InputProblem> problems, string? parameterName = null)
        : base(Describe(problems), parameterName)
        => Problems = problems;

    /// <summary>Everything that is wrong, each with the part that is meant.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    internal static void ThrowIfAny(IReadOnlyList<InputProblem> problems, string? parameterName = null)
    {
        if (problems.Count > 0)
        {
            throw new OkSignInputException(problems, parameterName);
        }
    }

    private static string Describe(IReadOnlyList<InputProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join(Environment.NewLine, problems.Select(static problem => problem.ToString()));
    }
}
