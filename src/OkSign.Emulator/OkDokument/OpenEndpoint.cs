using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Where the signer's browser comes in: it is sent on to the viewer.</summary>
internal sealed class OpenEndpoint(DokumentAccount account, SigningUrls urls) : IOperationGroup
{
    private static readonly string Path = $"{OkDokumentPaths.Open.TrimStart('/')}{{{OkDokumentPaths.IdParameter}}}";

    public void Map(OperationRoutes routes)
        => routes.Map(Operations.Of("OpenDocument", HttpMethods.Get, Path) with { IsPublic = true }, Open);

    // What an expired or finished request shows is not documented; here it is refused as one that is not there.
    private FoundResult Open(HttpRequest http) => account.Run((book, now) =>
    {
        SignatureRequest request = book.Request(Operations.IdOf(http));
        return request.ProblemAt(now) is { } problem
            ? throw DokumentRefusedException.BadInput(problem, request.Id)
            : new FoundResult(urls.Viewer(request).AbsoluteUri);
    });
}
