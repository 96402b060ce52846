using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator.Http;

/// <summary>
/// Gives every error outside an operation the envelope of its service: unknown paths, wrong methods, unreadable requests.
/// </summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.Use(AnswerUnreadableRequests);
        app.UseStatusCodePages(pages => AnswerStatus(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    private static async Task AnswerUnreadableRequests(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await AnswerStatus(context, error.StatusCode);
        }
    }

    private static Task AnswerStatus(HttpContext context, int statusCode)
        => Of(context, ReasonPhrases.GetReasonPhrase(statusCode), statusCode).ExecuteAsync(context);

    private static IResult Of(HttpContext context, string reason, int statusCode)
        => OkDokumentPaths.Contain(context.Request.Path)
            ? context.RequestServices.GetRequiredService<DokumentAnswers>().Failed(reason, statusCode)
            : Envelope.Failed(reason, statusCode);
}
