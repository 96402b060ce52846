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
    private readonly ConcurrentDictionary<CallbackSecret, TaskCompletionSource<OkDokumentCompletion>> _expected = new();

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

    /// <summary>What the call with this secret will tell. To be asked before the service can call.</summary>
    public Task<OkDokumentCompletion> ExpectAsync(CallbackSecret secret, CancellationToken cancellationToken)
    {
        var call = new TaskCompletionSource<OkDokumentCompletion>(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected[secret] = call;
        return call.Task.WaitAsync(cancellationToken);
    }

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

    /// <summary>Takes a small body of whoever knows a secret, once; of a stranger nothing at all.</summary>
    private async Task<IResult> CallAsync(HttpRequest request)
    {
        string? candidate = request.Query[CallbackSecret.DefaultParameter];
        CallbackSecret? secret = _expected.Keys.FirstOrDefault(known => known.Matches(candidate));
        if (secret is null)
        {
            return Results.NotFound();
        }

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

        if (_expected.TryRemove(secret, out TaskCompletionSource<OkDokumentCompletion>? call))
        {
            call.SetResult(completion);
        }

        return Results.Ok();
    }
}
