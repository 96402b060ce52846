namespace OkSign.Client;

/// <summary>One thing that is wrong with what was to be sent.</summary>
/// <param name="Path">The part that is meant, such as <c>Fields[1].Width</c> or <c>Signers[1].Fields["CITY"].Page</c>.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record InputProblem(string Path, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => $"{Path}: {Message}";

    /// <summary>The elements of a list that are null.</summary>
    internal static IEnumerable<InputProblem> OfNulls<T>(string path, IReadOnlyList<T>? list)
        where T : class
        => OfEach(path, list ?? [], static (path, item) => item is null ? [new(path, "is null")] : []);

    /// <summary>What is wrong with the elements of a list, each under its own path.</summary>
    internal static IEnumerable<InputProblem> OfEach<T>(
        string path,
        IReadOnlyList<T> list,
        Func<string, T, IEnumerable<InputProblem>> check)
        => list.SelectMany((item, index) => check($"{path}[{index}]", item));
}
