namespace OkSign.Client;

/// <summary>Sends requests in their three ways: as they are, with SignExpress links, or together in a briefcase.</summary>
internal sealed class RequestSender(OkSignClient client, long maxDocumentSize)
{
    public long MaxDocumentSize => maxDocumentSize;

    public async Task<SignatureRequest> SendAsync(SignatureRequestBuilder request, CancellationToken cancellationToken)
    {
        var shipment = new Shipment(client, [request], request.Messages, isBundle: false);
        await shipment.PrepareAsync(static _ => { }, cancellationToken).ConfigureAwait(false);
        return await shipment.RunAsync(Send, request.RemovesRefused, cancellationToken).ConfigureAwait(false);

        async Task<SignatureRequest> Send()
        {
            (SourceDocumentId document, IReadOnlyList<RequestedSigner> signers) = await shipment.SendAsync(0, cancellationToken).ConfigureAwait(false);
            return new SignatureRequest(client, document, signers);
        }
    }

    public async Task<SignatureRequest> SendExpressAsync(SignatureRequestBuilder request, ExpressLinkSettings settings, CancellationToken cancellationToken)
    {
        var shipment = new Shipment(client, [request], request.Messages, isBundle: false);
        await shipment.PrepareAsync(settings.Check, cancellationToken).ConfigureAwait(false);
        return await shipment.RunAsync(Send, request.RemovesRefused, cancellationToken).ConfigureAwait(false);

        async Task<SignatureRequest> Send()
        {
            (SourceDocumentId document, IReadOnlyList<RequestedSigner> signers) = await shipment.SendAsync(0, cancellationToken).ConfigureAwait(false);
            List<RequestedSigner> express = [];
            foreach (RequestedSigner signer in signers)
            {
                express.Add(await WithExpressLinkAsync(document, signer, settings, cancellationToken).ConfigureAwait(false));
            }

            return new SignatureRequest(client, document, express);
        }
    }

    public async Task<SentBriefcase> SendTogetherAsync(BriefcaseBuilder briefcase, CancellationToken cancellationToken)
    {
        var shipment = new Shipment(client, briefcase.Requests, briefcase.Messages, isBundle: true);
        await shipment.PrepareAsync(problems => BriefcaseRules.Check(briefcase, problems), cancellationToken).ConfigureAwait(false);
        return await shipment.RunAsync(Send, briefcase.RemovesRefused, cancellationToken).ConfigureAwait(false);

        async Task<SentBriefcase> Send()
        {
            for (int index = 0; index < briefcase.Requests.Count; index++)
            {
                await shipment.SendAsync(index, cancellationToken).ConfigureAwait(false);
            }

            return await shipment.BundleAsync(briefcase, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RequestedSigner> WithExpressLinkAsync(
        SourceDocumentId document,
        RequestedSigner signer,
        ExpressLinkSettings settings,
        CancellationToken cancellationToken)
    {
        var session = new SignExpressSession
        {
            Documents = [document],
            SignerId = signer.Id ?? default,
            ValidityDays = settings.ValidityDays,
            CallbackUrl = settings.CallbackUrl,
            ReturnUrl = settings.ReturnUrl,
        };
        CreatedSignExpress created = await client.SignExpress.CreateAsync(session, cancellationToken).ConfigureAwait(false);
        return created.Url is { } url
            ? signer with { SigningUrl = url, ExpressToken = created.Token }
            : throw new OkSignUnexpectedContentException("SignExpress.create", "SignExpress.create: the answer has a token and no link.");
    }
}
