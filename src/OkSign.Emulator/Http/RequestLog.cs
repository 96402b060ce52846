using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>Remembers what was asked and answered.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Snapshot() => [.. _requests];

    public Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        // When the answer starts, not when the pipeline ends: by then the client may have gone on already.
        context.Response.OnStarting(() =>
        {
            _requests.Enqueue(Describe(context));
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static RecordedRequest Describe(HttpContext context) => new(
        context.Request.Method,
        context.Request.Path.Value ?? "",
        context.GetEndpoint()?.Metadata.GetMetadata<Operation>()?.Name,
        context.Response.StatusCode,
        context.Request.Headers
            .Where(header => !header.Key.Equals(RequestHeaders.Authorization, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
