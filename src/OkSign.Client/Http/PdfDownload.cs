namespace OkSign.Client;

/// <summary>A PDF on its way from the service. Nothing of it is held in memory: read it, save it, and dispose it.</summary>
/// <remarks>
/// A connection that breaks while it is read is an <see cref="OkSignTransportException"/>; a PDF without its end mark is
/// an <see cref="OkSignUnexpectedContentException"/> when its end is read.
/// </remarks>
public sealed class PdfDownload : IDisposable, IAsyncDisposable
{
    /// <summary>Wraps a stream, as the client does. For your own tests.</summary>
    /// <param name="content">The PDF; disposed with this object.</param>
    /// <param name="length">Its length in bytes, if known.</param>
    public PdfDownload(Stream content, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        Length = length;
    }

    /// <summary>The PDF, to be read once, forward.</summary>
    public Stream Content { get; }

    /// <summary>The length in bytes that the service announced, or null.</summary>
    public long? Length { get; }

    /// <summary>Saves the PDF. It is written beside its place and moved there when whole: no half file ever has the name.</summary>
    /// <param name="path">Where to save; an existing file is replaced.</param>
    /// <param name="cancellationToken">Stops the download and removes what was written.</param>
    /// <exception cref="OkSignTransportException">The connection broke.</exception>
    /// <exception cref="OkSignUnexpectedContentException">The PDF is not whole.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SaveAsAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        string target = Path.GetFullPath(path);
        string partial = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true))
            {
                await CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }

            File.Move(partial, target, overwrite: true);
        }
        catch
        {
            RemoveIfPossible(partial);
            throw;
        }
    }

    /// <summary>Copies the PDF to a stream.</summary>
    /// <param name="destination">Where to write; not closed.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="OkSignTransportException">The connection broke.</exception>
    /// <exception cref="OkSignUnexpectedContentException">The PDF is not whole.</exception>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        const int BufferSize = 64 * 1024;
        ArgumentNullException.ThrowIfNull(destination);
        return Content.CopyToAsync(destination, BufferSize, cancellationToken);
    }

    /// <summary>Ends the download.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Ends the download.</summary>
    public ValueTask DisposeAsync()
    {
        Content.Dispose();
        return default;
    }

    // What went wrong before matters more than a file that a virus scanner holds.
    private static void RemoveIfPossible(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
