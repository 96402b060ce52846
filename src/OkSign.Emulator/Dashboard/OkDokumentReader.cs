using OkSign.Emulator.Http;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>Reads what is OKdokument's alone.</summary>
internal sealed class OkDokumentReader(
    OkDokumentEmulatorOptions options, DokumentAccount account, SigningUrls urls, ServerAddress address, Clock clock)
{
    public OkDokumentView Read() => account.Run((book, _) =>
    {
        ILookup<string, SignatureRequest> requests = book.Requests.ToLookup(request => request.DocumentId);
        return new OkDokumentView(
            address.Root.AbsoluteUri,
            options.ApiKey,
            UsageView.Of(book),
            Listing.Of(book.Documents, document => DokumentRow.Of(document, requests[document.Id], clock, urls.For)));
    });
}
