namespace OkSign.Client.OkDokument;

/// <summary>
/// A round of signing was registered, and its document's id could not be found out: the service did not tell it, and looking failed or was
/// cancelled. The link works, and a credit is spent: hand it out rather than send another request.
/// </summary>
public sealed class OkDokumentIncompleteRoundException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="requestId">The signature request.</param>
    /// <param name="signingUrl">Its link.</param>
    /// <param name="cause">Why looking failed; null when it did not and found nothing.</param>
    public OkDokumentIncompleteRoundException(SignatureRequestId requestId, Uri signingUrl, Exception? cause = null)
        : base(
            $"{RequestOperations.Create.Name}: the request was registered, and the id of its document is not known.",
            new FailureFacts(RequestOperations.Create.Name, Attempts: 1, MayHaveReachedService: true),
            cause)
    {
        ArgumentNullException.ThrowIfNull(signingUrl);
        (RequestId, SigningUrl) = (requestId, signingUrl);
    }

    /// <summary>The signature request; <see cref="OkDokumentSignatureRequestsClient.FindAsync"/> tells its document while the link works.</summary>
    public SignatureRequestId RequestId { get; }

    /// <summary>The signing link. Who has it can sign.</summary>
    public Uri SigningUrl { get; }
}
