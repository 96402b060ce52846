using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the handler that everybody has signed.</summary>
internal sealed class CompletionProcessor : IEventProcessor
{
    public string Kind => CompletionFacts.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        CompletionFacts facts = context.Payload(EventsJson.Default.CompletionFacts);
        IOkSignEventHandler handler = context.Services.GetRequiredService<IOkSignEventHandler>();
        await handler.DocumentCompletedAsync(facts.ToDocument(context.Key, context.Attempts), cancellationToken).ConfigureAwait(false);
        return Verdict.Handled;
    }
}
