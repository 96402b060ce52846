using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Asks the service whether a claim is so, and makes an event of what it says.</summary>
internal sealed class RoundClaimProcessor(IOptions<OkSignEventOptions> options) : IEventProcessor
{
    public string Kind => RoundClaim.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        RoundClaim claim = context.Payload(EventsJson.Default.RoundClaim);
        OkDokumentClient client = context.Services.GetRequiredService<OkDokumentClient>();
        try
        {
            if (await RoundFacts.AskAsync(client, claim, cancellationToken).ConfigureAwait(false) is { } facts)
            {
                await context.AddAsync(facts.ToEvent(), cancellationToken).ConfigureAwait(false);
                return Verdict.Handled;
            }
        }
        catch (OkSignNotFoundException)
        {
            return Verdict.NotSo;
        }
        catch (OkSignException failure) when (failure is OkSignRejectedException || context.IsHopeless(claim.ClaimedAt))
        {
            return context.NotYet(claim.ClaimedAt, options.Value);
        }

        return context.NotYet(claim.ClaimedAt, options.Value);
    }
}
