using System.Collections.Concurrent;

namespace OkSign.Client.AotSmoke;

/// <summary>Notes which operation every request belongs to that the network has answered.</summary>
internal sealed class OperationLog : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, int> _requests = new();

    public OperationLog()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    /// <summary>The operations of the library that were not called.</summary>
    public IReadOnlyList<string> Missing
        => [.. KnownOperations.All.Select(operation => operation.Name).Where(name => CountOf(name) == 0)];

    public int CountOf(string operation) => _requests.GetValueOrDefault(operation);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (OperationCall.Of(request) is { } call)
        {
            _requests.AddOrUpdate(call.Operation.Name, 1, static (_, count) => count + 1);
        }

        return response;
    }
}
