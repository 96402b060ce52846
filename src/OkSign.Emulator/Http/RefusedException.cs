namespace OkSign.Emulator.Http;

/// <summary>An operation is refused for logical reasons: HTTP 200 with the status FAILED.</summary>
internal sealed class RefusedException(IReadOnlyList<string> problems) : Exception(string.Join(' ', problems))
{
    public RefusedException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; } = problems;
}
