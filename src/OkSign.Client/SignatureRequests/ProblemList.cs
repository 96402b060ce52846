namespace OkSign.Client;

/// <summary>Gathers all that is wrong, so that it is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<InputProblem> _problems = [];

    public void Add(string path, string message) => _problems.Add(new InputProblem(path, message));

    public void AddUnless(bool isRight, string path, string message)
    {
        if (!isRight)
        {
            Add(path, message);
        }
    }

    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public void ThrowIfAny() => OkSignInputException.ThrowIfAny([.. _problems]);
}
