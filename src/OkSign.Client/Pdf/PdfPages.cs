namespace OkSign.Client;

/// <summary>Tells how many pages a PDF has and how large they are, when that is certain.</summary>
/// <remarks>
/// <para>
/// Meant for noticing mistakes before anything is sent, so it rather gives no answer than a wrong one. It goes the way that the standard
/// prescribes (ISO 32000-1): from the end of the file over the cross-references to the page tree, reading nothing else. Looking for objects
/// all over the file would take those for the document's that a later version dropped, or that stand in an attached PDF. No answer is given for
/// a file that is encrypted, damaged, or unusual.
/// </para>
/// <para>
/// Nothing in a file makes it take long or much memory. Together, all reading and inflating is at most 64 MB. In memory are at most: 1 MB for where
/// 131,072 objects are, 512 KB of packed and 768 KB of inflated data of one stream, 256 KB for one object, 20,000 pages, 40,000 nodes.
/// </para>
/// </remarks>
internal static class PdfPages
{
    /// <summary>Reads a PDF from where the stream stands to its end. Where the stream stands afterwards is undefined.</summary>
    /// <param name="pdf">The PDF; if it cannot seek, it is left alone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The size of each page as people see it, cropped and turned; null when it is unknown.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<IReadOnlyList<PageSize>?> ReadAsync(Stream pdf, CancellationToken cancellationToken)
    {
        if (!pdf.CanSeek)
        {
            return null;
        }

        try
        {
            PdfFile file = await PdfFile.OpenAsync(pdf, cancellationToken).ConfigureAwait(false);
            PdfCrossReferences references = await PdfCrossReferenceReader.ReadAsync(file).ConfigureAwait(false);
            return await PdfPageTree.ReadAsync(new PdfObjects(file, references), references.Root).ConfigureAwait(false);
        }
        catch (PdfNotUnderstoodException)
        {
            return null;
        }
    }
}
