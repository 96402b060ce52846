using System.Collections.Concurrent;
using System.Net;

namespace OkSign.Client;

/// <summary>
/// The outermost handler: gives each request the form that the wire profile asks for. Where two paths are known for a read, the second one
/// is tried when the service knows nothing under the first, and the one that answered is kept.
/// </summary>
internal sealed class WireFormHandler(WireRewriter rewriter) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> _pathsThatAnswered = new(StringComparer.OrdinalIgnoreCase);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OperationCall.Of(request) is not { } call || rewriter.FormOf(call.Operation) is not { } form)
        {
            return base.SendAsync(request, cancellationToken);
        }

        rewriter.Rewrite(request, call, form);
        return form.FallbackPath is { } fallback && call.Operation.Class == OperationClass.Read
            ? SendToEitherAsync(request, call, fallback, cancellationToken)
            : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendToEitherAsync(
        HttpRequestMessage request,
        OperationCall call,
        string fallback,
        CancellationToken cancellationToken)
    {
        if (_pathsThatAnswered.TryGetValue(call.Operation.Name, out string? path))
        {
            rewriter.SetPath(request, call, path);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!IsUnknown(response.StatusCode))
        {
            return response;
        }

        response.Dispose();
        rewriter.SetPath(request, call, fallback);
        response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            _pathsThatAnswered[call.Operation.Name] = fallback;
        }

        return response;
    }

    private static bool IsUnknown(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed;
}
