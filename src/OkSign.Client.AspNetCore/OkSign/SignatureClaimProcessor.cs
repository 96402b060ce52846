using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>Asks the service whether a claim is so, and makes events of what it says.</summary>
internal sealed class SignatureClaimProcessor(IOptions<OkSignEventOptions> options) : IEventProcessor
{
    public string Kind => SignatureClaim.Kind;

    public async Task<Verdict> ProcessAsync(EventContext context, CancellationToken cancellationToken)
    {
        SignatureClaim claim = context.Payload(EventsJson.Default.SignatureClaim);
        OkSignClient client = context.Services.GetRequiredService<OkSignClient>();
        SignatureConfirmation confirmation;
        try
        {
            confirmation = await SignatureConfirmation.AskAsync(client, claim, cancellationToken).ConfigureAwait(false);
        }
        catch (OkSignException) when (context.IsHopeless(claim.ClaimedAt))
        {
            return Verdict.NotSo;
        }

        foreach (SignatureFacts signature in confirmation.Signatures)
        {
            await context.AddAsync(signature.ToEvent(), cancellationToken).ConfigureAwait(false);
        }

        if (confirmation.Completion is { } completion)
        {
            // Also when all signatures are known already: whoever told of them may not have known that they were all.
            await context.AddAsync(completion.ToEvent(), cancellationToken).ConfigureAwait(false);
        }

        return confirmation.Verdict == Verdict.Pending ? context.NotYet(claim.ClaimedAt, options.Value) : confirmation.Verdict;
    }
}
