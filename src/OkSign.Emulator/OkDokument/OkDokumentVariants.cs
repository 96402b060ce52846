namespace OkSign.Emulator;

/// <summary>
/// What the emulator sends where the sources about OKdokument disagree or are silent. Input needs no switch: every known variant is
/// accepted.
/// </summary>
public sealed class OkDokumentVariants
{
    /// <summary>
    /// Whether answers also have <c>code</c>, <c>statusCode</c> and <c>success</c>, as the vendor's connector declares; false by
    /// default.
    /// </summary>
    public bool WideEnvelope { get; set; }

    /// <summary>
    /// Whether the answer to a new signature request tells the <c>documentId</c>, as the newer documentation does; true by default.
    /// </summary>
    public bool DocumentIdInCreateAnswer { get; set; } = true;

    /// <summary>
    /// Whether the <c>url</c> in the answer to an update is that of the signing page; false, the default, leaves out
    /// <c>/openDocument</c>, as
    /// the documentation does.
    /// </summary>
    public bool OpenPathInUpdateAnswer { get; set; }

    /// <summary>The HTTP status when no signature request is left: 400 by default; 403 is as plausible.</summary>
    public int NoCreditStatusCode { get; set; } = 400;

    /// <summary>The <c>state</c> that the call to <c>sendInfoURL</c> tells after Cancel: <c>canceled</c> by default.</summary>
    public string CompletionStateOnCancel { get; set; } = "canceled";

    /// <summary>
    /// The <c>result</c> with which the browser comes back after Cancel: <c>close</c> by default; <c>cancel</c> is as plausible.
    /// </summary>
    public string ResultOnCancel { get; set; } = "close";

    /// <summary>The content-type of a downloaded document: <c>application/pdf</c> by default.</summary>
    public string DownloadMediaType { get; set; } = "application/pdf";

    /// <summary>A copy that its owner cannot change any more.</summary>
    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    internal OkDokumentVariants CheckedCopy()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(NoCreditStatusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(NoCreditStatusCode, 499);
        ArgumentException.ThrowIfNullOrWhiteSpace(CompletionStateOnCancel);
        ArgumentException.ThrowIfNullOrWhiteSpace(ResultOnCancel);
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(DownloadMediaType, out _))
        {
            throw new ArgumentException($"{nameof(DownloadMediaType)} must be a media type.");
        }

        return (OkDokumentVariants)MemberwiseClone();
    }
}
