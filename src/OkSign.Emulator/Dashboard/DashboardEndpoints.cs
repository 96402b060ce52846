using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// The dashboard: a page, what it shows, and a signal when that has changed. Everything is a GET and changes nothing. Faults, rate limits and
/// the log of requests are for operations of the services and pass it by.
/// </summary>
internal sealed class DashboardEndpoints(
    DashboardState state, ChangeStream changes, DashboardPage page, DocumentStore documents, Outbox outbox, DokumentAccount account)
{
    public void Map(IEndpointRouteBuilder server)
    {
        Map(server, DashboardPaths.Page, _ => page, isPage: true);
        Map(server, DashboardPaths.State, _ => new DashboardJson(state.Read()));
        Map(server, DashboardPaths.Events, _ => new EventStream(changes));
        Map(server, DashboardPaths.AnyFile, File);
        Map(server, DashboardPaths.AnyAuditTrail, AuditTrail);
        Map(server, DashboardPaths.AnyMail, Mail);
        Map(server, DashboardPaths.AnySource, request => DokumentFile(request, document => document.Source));
        Map(server, DashboardPaths.AnySigned, request => DokumentFile(request, document => document.SignedPdf));
    }

    private static void Map(IEndpointRouteBuilder server, string path, Func<HttpRequest, IResult> answer, bool isPage = false)
        => server.MapGet(path, context => Guarded(context.Request, answer, isPage).ExecuteAsync(context)).WithMetadata(NotLogged.Mark);

    // Another page may have a link to the dashboard; what the dashboard reads is for itself alone.
    private static IResult Guarded(HttpRequest request, Func<HttpRequest, IResult> answer, bool isPage)
        => DashboardGuard.NamesThisMachine(request) && (isPage || !DashboardGuard.ComesFromElsewhere(request))
            ? answer(request)
            : Envelope.Failed("The dashboard is for this machine only", StatusCodes.Status403Forbidden);

    private IResult File(HttpRequest request)
        => documents.Find(IdOf(request)) is { } found && found.Copy is not { IsRemoved: true }
            ? new DashboardPdf(found.Pdf, NameOf(found.Document.FileName, found.Copy is null ? "" : ".signed"))
            : Results.NotFound();

    private IResult AuditTrail(HttpRequest request)
        => documents.Find(IdOf(request)) is { Copy: { } copy } found
            ? new DashboardPdf(AuditTrailReport.Write(found.Document, copy), NameOf(found.Document.FileName, ".audit"))
            : Results.NotFound();

    private IResult Mail(HttpRequest request)
        => int.TryParse(IdOf(request), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && outbox.Log().ElementAtOrDefault(number) is { Body: { } body }
                ? new MailBody(body)
                : Results.NotFound();

    private IResult DokumentFile(HttpRequest request, Func<StoredDokument, byte[]?> file) => account.Run<IResult>((book, _) =>
        book.FindDocument(IdOf(request)) is { } document && file(document) is { } pdf
            ? new DashboardPdf(pdf, document.FileName)
            : Results.NotFound());

    private static string IdOf(HttpRequest request) => (string)request.RouteValues[DashboardPaths.IdParameter]!;

    private static string NameOf(string fileName, string kind) => $"{Path.GetFileNameWithoutExtension(fileName)}{kind}.pdf";
}
