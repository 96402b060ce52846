using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of README.md.</summary>
internal static class ReadmeSnippets
{
    public static async Task CreateAsync()
    {
        await using var oksign = OkSignClient.Create(OkSignCredentials.FromEnvironment());
    }

    public static async Task<SignatureRequest> SendAsync(OkSignClient oksign)
    {
        SignatureRequest sent = await oksign.NewSignatureRequest(OkSignFile.FromPath("contract.pdf"))
            .Signer("Anna Example", "anna@example.com", anna => anna
                .Signature(at => at.Page(1).Position(100, 600), SigningMethod.Itsme, SigningMethod.Eid))
            .Signer("Bert Example", "bert@example.com", bert => bert.Signature(at => at.Marker("#SIGN_BERT#")))
            .InOrder()
            .NotifyByEmail(mail => mail.Subject("Please sign").RemindEvery(days: 3, times: 2))
            .SendAsync();
        return sent;
    }

    public static async Task FileAsync(SignatureRequest sent)
    {
        SignedDocument signed = await sent.WaitUntilSignedAsync();
        await signed.DownloadAsync("contract.signed.pdf");
        await signed.DownloadAuditTrailAsync("contract.audit.pdf");
    }

    public static async Task<Uri> ExpressAsync(SignatureRequestBuilder request)
    {
        SignatureRequest sent = await request.SendExpressAsync(new ExpressLinkSettings { ValidityDays = 7 });
        return sent.Signers[0].SigningUrl;
    }

    public static async Task<Uri> BriefcaseAsync(OkSignClient oksign, SignatureRequestBuilder contract, SignatureRequestBuilder carPolicy)
    {
        SentBriefcase sent = await oksign.NewBriefcase("Hiring pack").Add(contract).Add(carPolicy).SendTogetherAsync();
        return sent.Signers[0].SigningUrl;
    }

    public static async Task WatchAsync(OkSignClient oksign, SignedFeedCheckpoint checkpoint, Func<SignedDocumentId, Task> fileAsync, CancellationToken stop)
    {
        await foreach (SignedFeedItem item in oksign.Documents.WatchSignedAsync(checkpoint, cancellationToken: stop))
        {
            if (item.Event?.SignedDocumentId is { } signed)
            {
                await fileAsync(signed);
            }

            checkpoint = item.Checkpoint;
        }
    }
}
