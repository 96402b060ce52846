namespace OkSign.Client;

/// <summary>One thing that is wrong with a form descriptor.</summary>
/// <param name="Path">The part that is meant, such as <c>Fields[1].Width</c>.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record FormDescriptorProblem(string Path, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
