using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Client.OkDokument;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/callbacks.md.</summary>
internal static class CallbackSnippets
{
    /// <summary>Where a reader's application notes what is signed.</summary>
    public interface IArchive
    {
        Task MarkAsync(SourceDocumentId document);
    }

    public static void MapOwn(WebApplication app)
    {
        app.MapGet("/signed/{secret}", async (HttpContext http, IArchive archive) =>
        {
            ConfirmedCallback callback = http.GetOkSignCallback();
            if (callback.IsComplete)
            {
                await archive.MarkAsync(callback.Signatures[^1].SourceDocumentId);
            }
        }).AddEndpointFilter<OkSignCallbackFilter>();
    }

    public static void AddOkDokument(WebApplicationBuilder builder)
    {
        builder.Services.AddOkDokument(builder.Configuration.GetSection("OkDokument"));
        builder.Services.AddOkDokumentCallbacks<LeaseEvents>(builder.Configuration.GetSection("OkDokument:Callbacks"));
    }

    public static void MapOkDokument(WebApplication app)
    {
        app.MapOkDokumentCallbacks("/okdokument");
    }

    public static async Task<SigningRound> SendAsync(HttpContext http, OkDokumentClient okdokument, OkSignFile lease)
    {
        OkDokumentCallbackUrls urls = http.GetOkDokumentCallbackUrls();
        SigningRound round = await okdokument.NewSignatureRequest(lease).NotifyAt(urls.Completion).ReturnTo(urls.Result).SendAsync();
        return round;
    }

    public sealed class LeaseEvents(TaskCompletionSource<RoundEnded> ended) : IOkDokumentEventHandler
    {
        public Task RoundSignedAsync(RoundEnded round, CancellationToken cancellationToken)
        {
            ended.TrySetResult(round);
            return Task.CompletedTask;
        }
    }
}
