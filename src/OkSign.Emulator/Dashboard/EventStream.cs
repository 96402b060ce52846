using System.Text;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// Server-sent events without data: that something has changed, or that the server is still there. Ends when the visitor leaves or the server
/// stops, which closes the connection.
/// </summary>
internal sealed class EventStream(ChangeStream changes) : IResult
{
    // Milliseconds after which a browser tries again when the stream has ended.
    private const string Beginning = "retry: 1000\n\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        CancellationToken gone = httpContext.RequestAborted;
        DashboardAnswer.Begin(httpContext.Response, "text/event-stream");
        try
        {
            await SendAsync(httpContext, Beginning);
            await foreach (string name in changes.ReadAsync(gone))
            {
                // An event without data is none for a browser.
                await SendAsync(httpContext, $"event: {name}\ndata:\n\n");
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The visitor has left, or the emulator stops.
        }
    }

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(text), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
