using System.Collections.Concurrent;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AotSmoke;

/// <summary>Notes which operations were called.</summary>
internal sealed class OperationLog
{
    private readonly ConcurrentDictionary<string, int> _requests = new();

    /// <summary>The operations of the library, of both services.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. KnownOperations.All.Concat(OkDokumentOperations.All).Select(static operation => operation.Name)];

    /// <summary>The operations of the library that were not called.</summary>
    public IReadOnlyList<string> Missing => [.. Known.Where(name => CountOf(name) == 0)];

    public int CountOf(string operation) => _requests.GetValueOrDefault(operation);

    public void Add(string operation) => _requests.AddOrUpdate(operation, 1, static (_, count) => count + 1);
}
