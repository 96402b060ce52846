namespace OkSign.Client;

/// <summary>One thing that is wrong with a form descriptor or a part of one.</summary>
/// <param name="Path">The part that is meant, such as <c>Fields[1].Width</c>.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record FormDescriptorProblem(string Path, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => $"{Path}: {Message}";

    /// <summary>The elements of a list that are null.</summary>
    internal static IEnumerable<FormDescriptorProblem> OfNulls<T>(string path, IReadOnlyList<T>? list)
        where T : class
        => OfEach(path, list ?? [], static (path, item) => item is null ? [new(path, "is null")] : []);

    /// <summary>What is wrong with the elements of a list, each under its own path.</summary>
    internal static IEnumerable<FormDescriptorProblem> OfEach<T>(
        string path,
        IReadOnlyList<T> list,
        Func<string, T, IEnumerable<FormDescriptorProblem>> check)
        => list.SelectMany((item, index) => check($"{path}[{index}]", item));
}
