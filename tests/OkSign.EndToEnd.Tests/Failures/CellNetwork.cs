using System.Diagnostics;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>The framework's own network, whose first connections may fail, and which tells when the head of an answer has come.</summary>
internal sealed class CellNetwork : DelegatingHandler
{
    private readonly SemaphoreSlim _heads = new(0);

    /// <param name="connecting">Throws in place of opening a connection; null when that always works.</param>
    /// <param name="times">How many connections fail.</param>
    /// <param name="service">Whose paths have ids in them or not: where they do, the framework must not tell the path in a span of its own.</param>
    public CellNetwork(Func<ConnectionAttempt, Task>? connecting = null, int times = 0, SigningService service = SigningService.OkSign)
    {
        int left = connecting is null ? 0 : times;
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = service == SigningService.OkDokument ? null : DistributedContextPropagator.Current,
            ConnectCallback = async (context, token) =>
            {
                var attempt = new ConnectionAttempt(context.DnsEndPoint, token);
                if (Interlocked.Decrement(ref left) >= 0)
                {
                    await connecting!(attempt);
                }

                return await attempt.OpenAsync();
            },
        };
    }

    /// <summary>Waits for the head of the next answer.</summary>
    public Task HeadAsync(CancellationToken cancellationToken) => _heads.WaitAsync(cancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        _heads.Release();
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _heads.Dispose();
        }

        base.Dispose(disposing);
    }
}
