namespace OkSign.Client;

/// <summary>
/// A request for signatures failed after its document was uploaded. <see cref="Exception.InnerException"/> tells what failed.
/// </summary>
/// <remarks>
/// With <see cref="OkSignException.MayHaveReachedService"/> the service may have accepted all, and only its answer was lost. Look before
/// sending again: signers may have been told.
/// </remarks>
public sealed class OkSignIncompleteRequestException : OkSignException
{
    /// <summary>For your own tests.</summary>
    /// <param name="cause">What failed.</param>
    /// <param name="documents">The documents that were uploaded.</param>
    /// <param name="wereRemoved">Whether they were removed again.</param>
    public OkSignIncompleteRequestException(OkSignException cause, IReadOnlyList<SourceDocumentId> documents, bool wereRemoved)
        : base(Describe(cause, documents, wereRemoved), FactsOf(cause), cause)
        => (Documents, WereRemoved) = (documents, wereRemoved);

    /// <summary>The documents that were uploaded: one, or those of a briefcase.</summary>
    public IReadOnlyList<SourceDocumentId> Documents { get; }

    /// <summary>The document that was uploaded; the last one of a briefcase.</summary>
    public SourceDocumentId DocumentId => Documents[Documents.Count - 1];

    /// <summary>The briefcase, if the service had made it.</summary>
    public BriefcaseToken? Briefcase { get; init; }

    /// <summary>Whether all of it was removed again, as <see cref="SignatureRequestBuilder.RemoveDocumentIfRefused"/> asks.</summary>
    public bool WereRemoved { get; }

    private static FailureFacts FactsOf(OkSignException cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return new FailureFacts(cause.Operation, cause.Attempts, cause.StatusCode, cause.ResponseBody, cause.MayHaveReachedService);
    }

    private static string Describe(OkSignException cause, IReadOnlyList<SourceDocumentId> documents, bool wereRemoved)
    {
        ArgumentNullException.ThrowIfNull(cause);
        ArgumentNullException.ThrowIfNull(documents);
        string state = wereRemoved ? "was removed again" : "is still there";
        return $"{cause.Message} The uploaded document {string.Join(", ", documents)} {state}.";
    }
}
