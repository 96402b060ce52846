using Microsoft.Extensions.DependencyInjection;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells the handler how a round has ended.</summary>
internal sealed class RoundProcessor : IEventProcessor
{
    public string Kind => RoundFacts.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        RoundEnded round = context.Payload(EventsJson.Default.RoundFacts).ToRound(context.Key, context.Attempts);
        IOkDokumentEventHandler handler = context.Services.GetRequiredService<IOkDokumentEventHandler>();
        Task handling = round.State == StoredDocumentState.Signed ? handler.RoundSignedAsync(round, cancellationToken)
            : round.State == StoredDocumentState.Canceled ? handler.RoundCanceledAsync(round, cancellationToken)
            : handler.RoundUncertainAsync(round, cancellationToken);
        await handling.ConfigureAwait(false);
        return Verdict.Handled;
    }
}
