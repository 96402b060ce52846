using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the handler of a message that did not reach its signer.</summary>
internal sealed class DeliveryErrorProcessor : IEventProcessor
{
    public string Kind => DeliveryFacts.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        DeliveryFacts facts = context.Payload(EventsJson.Default.DeliveryFacts);
        IOkSignEventHandler handler = context.Services.GetRequiredService<IOkSignEventHandler>();
        await handler.DeliveryFailedAsync(facts.ToFailure(context.Key, context.Attempts), cancellationToken).ConfigureAwait(false);
        return Verdict.Handled;
    }
}
