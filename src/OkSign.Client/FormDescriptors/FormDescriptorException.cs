namespace OkSign.Client;

/// <summary>A form descriptor, or a part of one such as notifications, contradicts itself. It was not sent.</summary>
public sealed class FormDescriptorException : ArgumentException
{
    internal FormDescriptorException(IReadOnlyList<FormDescriptorProblem> problems, string parameterName)
        : base(string.Join(Environment.NewLine, problems.Select(static problem => problem.ToString())), parameterName)
        => Problems = problems;

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<FormDescriptorProblem> Problems { get; }

    /// <exception cref="FormDescriptorException">Something is wrong.</exception>
    internal static void ThrowIfAny(IReadOnlyList<FormDescriptorProblem> problems, string parameterName)
    {
        if (problems.Count > 0)
        {
            throw new FormDescriptorException(problems, parameterName);
        }
    }
}
