using AspNetCoreHost.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using OkSign.Client;

namespace AspNetCoreHost.Contracts;

/// <summary>What is no page: files, and the stream by which an open page learns of changes.</summary>
internal static class ContractEndpoints
{
    private const string Pdf = "application/pdf";

    public static void MapContracts(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder contract = app.MapGroup("/contracts/{id}");
        contract.MapGet("/document.pdf", OriginalAsync);
        contract.MapGet("/signed.pdf", SignedAsync);
        contract.MapGet("/audit-trail.pdf", AuditTrailAsync);
        contract.MapGet("/events", (string id, ContractFeed feed, CancellationToken aborted)
            => TypedResults.ServerSentEvents(feed.WatchAsync(id, aborted)));
    }

    private static async Task<IResult> OriginalAsync(string id, ContractStore contracts, DataFolder folder)
        => await contracts.FindAsync(id) is { } contract
            ? TypedResults.PhysicalFile(folder.PathOfContract(contract.Id), Pdf)
            : TypedResults.NotFound();

    private static async Task<IResult> SignedAsync(string id, ContractStore contracts, OkSignClient oksign, HttpContext context)
        => await contracts.FindAsync(id) is { State: ContractState.Completed, SignedCopy: { } signedCopy } contract
            ? Stream(context, await oksign.Documents.RetrieveAsync(signedCopy, context.RequestAborted), $"Signed - {contract.FileName}")
            : TypedResults.NotFound();

    private static async Task<IResult> AuditTrailAsync(string id, ContractStore contracts, OkSignClient oksign, HttpContext context)
        => await contracts.FindAsync(id) is { State: ContractState.Completed, SignedCopy: { } signedCopy } contract
            ? Stream(context, await oksign.AuditTrail.RetrieveAsync(signedCopy, context.RequestAborted), $"Audit trail - {contract.FileName}")
            : TypedResults.NotFound();

    /// <summary>Passes a PDF on as it arrives; nothing of it is kept. With its length the browser sees when the end is missing.</summary>
    private static FileStreamHttpResult Stream(HttpContext context, PdfDownload pdf, string fileName)
    {
        context.Response.ContentLength = pdf.Length;
        return TypedResults.Stream(pdf.Content, Pdf, fileName);
    }
}
