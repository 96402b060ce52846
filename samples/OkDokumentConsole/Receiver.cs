using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkDokumentConsole;

/// <summary>A web server of two addresses: one that the signer's browser returns to, one that the service calls.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Channel<OkDokumentResult> _returned = Channel.CreateUnbounded<OkDokumentResult>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<OkDokumentCompletion>> _called = new();

    private Receiver(WebApplication server)
    {
        _server = server;
        server.MapGet("/done", Return);
        server.MapPost("/info", CallAsync);
    }

    public Uri ReturnAddress => new(Root, "done");

    public Uri CallbackAddress => new(Root, "info");

    private Uri Root => new(_server.Urls.Single());

    public static async Task<Receiver> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(server);
        await server.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>What the next browser brings.</summary>
    public async Task<OkDokumentResult> ReturnedAsync(CancellationToken cancellationToken) => await _returned.Reader.ReadAsync(cancellationToken);

    /// <summary>What the call with this secret tells.</summary>
    public Task<OkDokumentCompletion> CalledAsync(CallbackSecret secret, CancellationToken cancellationToken)
        => CallOf(secret.Value).Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private IResult Return(HttpRequest request)
    {
        if (!OkDokumentResult.TryParse(request.QueryString.Value, out OkDokumentResult? result, out string? reason))
        {
            return Results.BadRequest(reason);
        }

        _returned.Writer.TryWrite(result);
        return Results.Text("Thank you.");
    }

    /// <summary>Takes at most a small body, and of a stranger nothing at all: a secret that nobody waits for is no secret.</summary>
    private async Task<IResult> CallAsync(HttpRequest request)
    {
        string? candidate = request.Query[CallbackSecret.DefaultParameter];
        if (request.ContentLength is not <= OkDokumentCompletion.MaxLength)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (!OkDokumentCompletion.TryParse(body.ToArray(), out OkDokumentCompletion? completion, out string? reason))
        {
            return Results.BadRequest(reason);
        }

        CallOf(candidate ?? "").TrySetResult(completion);
        return Results.Ok();
    }

    private TaskCompletionSource<OkDokumentCompletion> CallOf(string secret)
        => _called.GetOrAdd(secret, _ => new TaskCompletionSource<OkDokumentCompletion>(TaskCreationOptions.RunContinuationsAsynchronously));
}
