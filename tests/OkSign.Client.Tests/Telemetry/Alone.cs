namespace OkSign.Client.Tests.Telemetry;

/// <summary>Listeners hear the whole process: these tests run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
