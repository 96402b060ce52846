namespace OkSign.Client;

/// <summary>An open file for one upload, from where its stream stands. Disposing of it gives the stream back to whom it belongs.</summary>
internal sealed class FileSource(Stream stream, long length, Action<Stream> close) : IDisposable
{
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private Action<Stream>? _close = close;

    public Stream Stream => stream;

    public long Length => length;

    public bool CanRewind => stream.CanSeek;

    /// <summary>Goes back to the beginning, where that is possible.</summary>
    public void Rewind()
    {
        if (stream.CanSeek)
        {
            stream.Position = _start;
        }
    }

    // Refit disposes of a request's content, too.
    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke(stream);
}
