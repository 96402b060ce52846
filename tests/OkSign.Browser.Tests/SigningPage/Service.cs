using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.Browser.Tests.SigningPage;

/// <summary>An emulator, and a client that sends it documents.</summary>
internal sealed class Service : IAsyncDisposable
{
    private Service(OkSignEmulator emulator, OkSignClient client) => (Emulator, Client) = (emulator, client);

    public OkSignEmulator Emulator { get; }

    public OkSignClient Client { get; }

    public static async Task<Service> StartAsync()
    {
        OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        return new Service(emulator, OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), client => client.BaseAddress = emulator.BaseAddress));
    }

    /// <summary>Sends a contract to be signed.</summary>
    /// <returns>Its id, and the signing links by signer.</returns>
    public async Task<(SourceDocumentId Document, Dictionary<SignerId, string> Links)> SendAsync(
        FormDescriptor? descriptor = null, string fileName = Contract.FileName)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        SourceDocumentId document = await Client.Documents.UploadAsync(OkSignFile.FromBytes(Contract.Pdf(), "contract.pdf"), token);
        IReadOnlyList<SigningLink> links = await Client.FormDescriptors.UploadAsync(
            document, (descriptor ?? Contract.Descriptor) with { FileName = fileName }, token);
        return (document, links.ToDictionary(link => link.SignerId!.Value, link => link.Url.AbsoluteUri));
    }

    /// <summary>The signed copy of a document; null when nobody has signed.</summary>
    public async Task<byte[]?> SignedAsync(SourceDocumentId document)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        LinkedDocument? linked = await Client.Documents.RetrieveLinkedAsync(document, token);
        if (linked?.SignedDocumentId is not { } signed)
        {
            return null;
        }

        await using PdfDownload download = await Client.Documents.RetrieveAsync(signed, token);
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, token);
        return copy.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
