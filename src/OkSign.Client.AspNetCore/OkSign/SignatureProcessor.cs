using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the handler of a signature; of the last one, also that the document is complete.</summary>
internal sealed class SignatureProcessor : IEventProcessor
{
    public string Kind => SignatureFacts.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        SignatureFacts facts = context.Payload(EventsJson.Default.SignatureFacts);
        if (facts.IsLast)
        {
            // Before the handler: should that never come to its end, the document is complete all the same.
            await context.AddAsync(CompletionFacts.Of(facts).ToEvent(), cancellationToken).ConfigureAwait(false);
        }

        IOkSignEventHandler handler = context.Services.GetRequiredService<IOkSignEventHandler>();
        await handler.SignaturePlacedAsync(facts.ToSignature(context.Key, context.Attempts), cancellationToken).ConfigureAwait(false);
        return Verdict.Handled;
    }
}
