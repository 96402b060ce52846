using System.Collections.Concurrent;
using OkSign.Client.AspNetCore;

namespace OkSign.Client.CallbackLoad;

/// <summary>Counts what comes, by document.</summary>
internal sealed class CountingHandler(ConcurrentDictionary<string, int> counts) : IOkSignEventHandler
{
    public Task SignaturePlacedAsync(SignaturePlaced signature, CancellationToken cancellationToken)
    {
        counts.AddOrUpdate(signature.SourceDocumentId.Value, 1, static (_, count) => count + 1);
        return Task.CompletedTask;
    }
}
