using System.Net;

namespace OkSign.Client.Tests;

/// <summary>An answer that knows whether it was disposed.</summary>
internal sealed class StubResponse : HttpResponseMessage
{
    public StubResponse(HttpStatusCode status, HttpContent content)
        : base(status) => Content = content;

    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
