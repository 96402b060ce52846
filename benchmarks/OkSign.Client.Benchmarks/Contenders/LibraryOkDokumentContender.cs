using OkSign.Client.OkDokument;

namespace OkSign.Client.Benchmarks;

/// <summary>OkSign.Client with everything on.</summary>
internal sealed class LibraryOkDokumentContender(Uri address) : IOkDokumentContender
{
    private readonly OkDokumentClient _client = OkDokumentClient.Create(
        new OkDokumentApiKey(OkDokumentContender.Key),
        options => (options.BaseAddress, options.MaxDocumentSize) = (address, long.MaxValue));

    public async Task<ReceivedFile> RegisterAsync(string path)
    {
        CreatedSignatureRequest created = await _client.SignatureRequests.CreateAsync(OkSignFile.FromPath(path));
        return ReceivedFile.Parse(created.DocumentId!.Value.Value);
    }

    public void Dispose() => _client.Dispose();
}
