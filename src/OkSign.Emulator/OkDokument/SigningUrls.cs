using Microsoft.AspNetCore.WebUtilities;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The addresses for the signer's browser and for downloads.</summary>
internal sealed class SigningUrls(ServerAddress address)
{
    public const string ViewerPath = "/viewDocument";
    public const string ViewerPdfPath = ViewerPath + "/pdf";
    public const string ThankYouPath = "/thankYouPage.html";
    public const string RestPath = "/rest/document/";
    public const string DocumentParameter = "id";

    /// <summary>Not the service's: one document can have several rounds.</summary>
    public const string RequestParameter = "request";

    public const string OpenCodeParameter = "code";

    public Uri For(string requestId) => new(address.Root, OkDokumentPaths.Open + requestId);

    /// <summary>What the documentation shows in place of the signing URL after an update.</summary>
    public Uri WithoutOpenPath(string requestId) => new(address.Root, requestId);

    public Uri Viewer(SignatureRequest request) => new(address.Root, QueryHelpers.AddQueryString(ViewerPath, new Dictionary<string, string?>
    {
        [DocumentParameter] = request.DocumentId,
        [RequestParameter] = request.Id,
    }));

    /// <summary>Where the viewer finds the PDF of a round. Below the viewer's own address, and of this server only.</summary>
    public static string ViewerPdf(string requestId, string? openCode)
        => QueryHelpers.AddQueryString(ViewerPdfPath, new Dictionary<string, string?> { [RequestParameter] = requestId, [OpenCodeParameter] = openCode });

    public Uri Download(string documentId) => new(address.Root, RestPath + documentId);

    public Uri ThankYou => new(address.Root, ThankYouPath);

    /// <returns>The id of the request behind a signing URL of this server, or null when it is no such URL.</returns>
    public string? RequestIdOf(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Authority != address.Root.Authority)
        {
            return null;
        }

        return url.AbsolutePath == ViewerPath ? QueryHelpers.ParseQuery(url.Query).GetValueOrDefault(RequestParameter)
            : url.AbsolutePath.StartsWith(OkDokumentPaths.Open, StringComparison.Ordinal) ? url.AbsolutePath[OkDokumentPaths.Open.Length..]
            : null;
    }
}
