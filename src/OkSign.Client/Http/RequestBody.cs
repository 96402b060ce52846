using System.Net;

namespace OkSign.Client;

/// <summary>
/// The body of a request as this library sends it. It knows whether any of it has gone out: while it has not, the service cannot have carried
/// out the request, whatever became of the connection.
/// </summary>
internal abstract class RequestBody : HttpContent
{
    private bool _wasRead;
    private volatile AttemptLimit? _limit;
    private volatile bool _isBeingSent;

    /// <summary>Whether it was asked for its bytes in this attempt.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether it can go out (once more). Not while it still does: a service may answer before it has read all.</summary>
    public bool CanBeSentAgain => !_wasRead || (CanRewind && !_isBeingSent);

    /// <summary>Whether <see cref="WriteAsync"/> can begin anew.</summary>
    protected virtual bool CanRewind => true;

    /// <param name="limit">Told after every chunk of a body that may take long, and after the last one.</param>
    public void BeginAttempt(AttemptLimit limit)
    {
        HasBegun = false;
        _limit = limit;
    }

    /// <summary>The service may answer before it has read all: nobody is to be told of a late chunk.</summary>
    public void EndAttempt() => _limit = null;

    /// <summary>Tells that a chunk went out, or the last one.</summary>
    protected void Sent(bool isAll) => _limit?.Sent(isAll);

    /// <summary>Writes the body from its beginning.</summary>
    protected abstract Task WriteAsync(Stream target, CancellationToken cancellationToken);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SendAsync(stream, CancellationToken.None);

#if NET
    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => SendAsync(stream, cancellationToken);
#endif

    private async Task SendAsync(Stream target, CancellationToken cancellationToken)
    {
        HasBegun = true;
        _wasRead = true;
        _isBeingSent = true;
        try
        {
            await WriteAsync(target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _isBeingSent = false;
        }
    }
}
