using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Client.AspNetCore;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/aspnetcore.md.</summary>
internal static class AspNetCoreSnippets
{
    /// <summary>Where a reader's application puts signed documents.</summary>
    public interface IArchive
    {
        Task StoreAsync(SourceDocumentId document, Stream pdf, CancellationToken cancellationToken);
    }

    public static WebApplication Build(string[] args, IArchive archive)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOkSign(builder.Configuration.GetSection("OkSign"));
        builder.Services.AddOkSignCallbacks<ContractEvents>(builder.Configuration.GetSection("OkSign:Callbacks"));
        builder.Services.AddOkSignPolling<ContractEvents>();
        builder.Services.AddHealthChecks().AddOkSign(minimumCredits: 20);

        builder.Services.AddSingleton(archive);
        Thank(builder.Services);

        WebApplication app = builder.Build();
        app.MapOkSignCallbacks("/oksign");
        app.MapHealthChecks("/healthz");

        app.MapPost("/contracts", async (IFormFile contract, OkSignClient oksign) =>
        {
            await using Stream content = contract.OpenReadStream();
            OkSignFile file = await OkSignFile.FromStreamAsync(content, "contract.pdf");
            SignatureRequest sent = await oksign.NewSignatureRequest(file)
                .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600)))
                .NotifyByEmail(mail => mail.Subject("Please sign"))
                .SendAsync();
            return TypedResults.Ok(sent.DocumentId.Value);
        }).DisableAntiforgery();

        app.MapPost("/oksign-addresses", async (HttpContext http, OkSignClient oksign, CancellationToken cancellationToken) =>
        {
            OkSignCallbackUrls urls = http.GetOkSignCallbackUrls();
            await oksign.OrganizationalToken.UpdateAsync(urls.ToSettings(), cancellationToken);
        }).RequireHost("localhost", "127.0.0.1");

        return app;
    }

    public static Task TellAsync(WebApplication app)
    {
        var address = new Uri("https://portal.example/app");
        OkSignCallbackUrls urls = app.Services.GetRequiredService<OkSignCallbackAddresses>().At(address);
        return app.Services.GetRequiredService<OkSignClient>().OrganizationalToken.UpdateAsync(urls.ToSettings());
    }

    private static void Thank(IServiceCollection services)
    {
        services.Configure<OkSignCallbackOptions>(options =>
            options.ShowReturnWith((http, signer) => ValueTask.FromResult(Results.Redirect("/thanks"))));
    }

    public sealed class ContractEvents(OkSignClient oksign, IArchive archive) : IOkSignEventHandler
    {
        public async Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken)
        {
            await using PdfDownload pdf = await oksign.Documents.RetrieveAsync(document.SignedDocumentId, cancellationToken);
            await archive.StoreAsync(document.SourceDocumentId, pdf.Content, cancellationToken);
        }
    }
}
