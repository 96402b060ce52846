namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>Tests that change the process's current folder run when no other test does.</summary>
[CollectionDefinition(nameof(CurrentFolder), DisableParallelization = true)]
public sealed class CurrentFolder;
