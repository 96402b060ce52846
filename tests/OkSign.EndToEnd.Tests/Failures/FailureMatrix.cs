using System.Collections.Concurrent;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>All operations under all failures. A cell is observed when somebody asks for it, and once.</summary>
public sealed class FailureMatrix : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Stage>>> _stages = new();
    private readonly ConcurrentDictionary<(string Operation, string Failure, bool ForGood), Lazy<Task<Observation>>> _cells = new();

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<Stage>> stage in _stages.Values)
        {
            await (await stage.Value).DisposeAsync();
        }
    }

    internal Task<Observation> ObserveAsync(OperationCase operation, Failure failure, bool forGood)
        => _cells.GetOrAdd((operation.Name, failure.Name, forGood), _ => new(() => ObserveNowAsync(operation, failure, forGood))).Value;

    private async Task<Observation> ObserveNowAsync(OperationCase operation, Failure failure, bool forGood)
    {
        Stage stage = await _stages.GetOrAdd(operation.Name, static _ => new(Stage.StartAsync)).Value;
        return await stage.ObserveAsync(operation, failure, forGood);
    }
}
