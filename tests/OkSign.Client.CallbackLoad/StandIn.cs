using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.CallbackLoad;

/// <summary>A service that knows any number of documents, each signed by its only signer. The emulator would spend its time on drawing signatures.</summary>
internal static class StandIn
{
    private const string Account = "123456-";

    public static SignerId Signer { get; } = SignerId.Anonymous(1);

    /// <summary>The id of a document as uploaded: even numbers at the end; that of its signed copy is one more.</summary>
    public static string SourceOf(int number) => Id(2 * number);

    public static string SignedOf(int number) => Id((2 * number) + 1);

    public static async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        app.UseRouting();
        app.MapGet("/v1/linkedlist/retrieve", static context =>
        {
            int number = NumberOf(context.Request);
            return AnswerAsync(context, $$"""{"source_docid":"{{SourceOf(number)}}","signed_docid":"{{SignedOf(number)}}","ts":"2026-03-02T09:00:00+00:00"}""");
        });
        app.MapGet("/v2/metadata/retrieve", static context => AnswerAsync(
            context,
            $$$$"""{"filename":"contract.pdf","nbrOfSigaturesRequired":2,"nbrOfSigaturesValid":1,"fields":[{"inputtype":"CanvasSIG","name":"SIG","metadata":{"value":{"isodate":"2026-03-02T09:00:00+00:00","signerid":"{{{{Signer}}}}"}}}]}"""));
        app.MapGet("/v1/webhooks/retrieve", static context => AnswerAsync(context, "[]"));
        await app.StartAsync();
        return app;
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"{Account}00000000-0000-4000-8000-{number:D12}");

    private static int NumberOf(HttpRequest request) => int.Parse(request.Headers["x-oksign-docid"].ToString()[^12..], CultureInfo.InvariantCulture) / 2;

    private static Task AnswerAsync(HttpContext context, string reason)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync($$"""{"status":"OK","reason":{{reason}}}""");
    }
}
