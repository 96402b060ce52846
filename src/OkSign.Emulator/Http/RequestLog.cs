using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Http;

/// <summary>Remembers what was asked and answered.</summary>
internal sealed class RequestLog(ChangeSignal changes)
{
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Snapshot() => [.. _requests.Select(logged => logged.Request)];

    public Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        // When the answer starts, not when the pipeline ends: by then the client may have gone on already.
        context.Response.OnStarting(() =>
        {
            if (!context.Progress().Ended && context.GetEndpoint()?.Metadata.GetMetadata<NotLogged>() is null)
            {
                Record(context, context.Response.StatusCode);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Records a request, or describes it anew.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">The status of its answer; 0 when it has none.</param>
    public RecordedRequest Record(HttpContext context, int statusCode)
    {
        RequestProgress progress = context.Progress();
        RecordedRequest request = Describe(context, progress, statusCode);
        if (progress.Logged is { } logged)
        {
            logged.Request = request;
        }
        else
        {
            _requests.Enqueue(progress.Logged = new LoggedRequest(request));
        }

        changes.Raise();
        return request;
    }

    private static RecordedRequest Describe(HttpContext context, RequestProgress progress, int statusCode) => new(
        context.Request.Method,
        context.Request.Path.Value ?? "",
        context.GetEndpoint()?.Metadata.GetMetadata<Operation>()?.Name,
        statusCode,
        context.Request.Headers
            .Where(header => !RequestHeaders.IsSecret(header.Key))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase))
    {
        Fault = progress.Fault,
        CarriedOut = progress.CarriedOut,
    };
}
