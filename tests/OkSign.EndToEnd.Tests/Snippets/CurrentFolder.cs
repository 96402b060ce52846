namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>
/// Tests that change the process's current folder run when no other test does. Snippets write where a program would: into that folder.
/// </summary>
[CollectionDefinition(nameof(CurrentFolder), DisableParallelization = true)]
public sealed class CurrentFolder
{
    /// <summary>Runs with an empty folder as the current one.</summary>
    public static async Task InEmptyOneAsync(Func<Task> action)
    {
        using var folder = new TemporaryFolder();
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
        try
        {
            await action();
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
