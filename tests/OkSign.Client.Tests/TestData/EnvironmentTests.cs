namespace OkSign.Client.Tests;

/// <summary>Tests that change the process's environment run while no others do.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests;
