using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A call of each kind, to be given up on its way.</summary>
/// <param name="Name">Whose they are.</param>
/// <param name="Upload">The operation that uploads.</param>
/// <param name="Read">The operation that reads JSON.</param>
/// <param name="Download">The operation that downloads.</param>
internal sealed record GivenUpCalls(string Name, string Upload, string Read, string Download)
{
    private const string FileName = "contract.pdf";

    public static IReadOnlyList<GivenUpCalls> All { get; } =
    [
        new("OKSign", "Document.upload", "Users.retrieve", "Document.retrieve")
        {
            UploadAsync = static (cell, pdf, token) => cell.OkSign.Documents.UploadAsync(OkSignFile.FromBytes(pdf, FileName), token),
            ReadAsync = static (cell, token) => cell.OkSign.Users.RetrieveAsync(token),
            StoreAsync = static (cell, pdf) => StoreAtOkSignAsync(cell.OkSign, pdf),
            DisposeClient = static cell => cell.OkSign.Dispose(),
        },
        new("OKdokument", "OkDokument.CreateSignatureRequest", "OkDokument.Counter", "OkDokument.DownloadDocument")
        {
            UploadAsync = static (cell, pdf, token) => cell.OkDokument.SignatureRequests.CreateAsync(OkSignFile.FromBytes(pdf, FileName), settings: null, token),
            ReadAsync = static (cell, token) => cell.OkDokument.Usage.RetrieveAsync(token),
            StoreAsync = static (cell, pdf) => StoreAtOkDokumentAsync(cell.OkDokument, pdf),
            DisposeClient = static cell => cell.OkDokument.Dispose(),
        },
        new("OKdokument, multipart", "OkDokument.Upload", "OkDokument.ListDocuments", "OkDokument.DownloadDocument")
        {
            UploadAsync = static (cell, pdf, token) => cell.OkDokument.SignatureRequests.UploadAsync(OkSignFile.FromBytes(pdf, FileName), settings: null, token),
            ReadAsync = static (cell, token) => cell.OkDokument.Documents.ListAsync(cancellationToken: token),
            StoreAsync = static (cell, pdf) => StoreAtOkDokumentAsync(cell.OkDokument, pdf),
            DisposeClient = static cell => cell.OkDokument.Dispose(),
        },
    ];

    public SigningService Service => Name == "OKSign" ? SigningService.OkSign : SigningService.OkDokument;

    public required Func<CellClient, byte[], CancellationToken, Task> UploadAsync { get; init; }

    public required Func<CellClient, CancellationToken, Task> ReadAsync { get; init; }

    /// <summary>Stores a document, and tells how it is downloaded.</summary>
    public required Func<CellClient, byte[], Task<Func<CellClient, CancellationToken, Task<PdfDownload>>>> StoreAsync { get; init; }

    public required Action<CellClient> DisposeClient { get; init; }

    public static GivenUpCalls Of(string name) => All.Single(calls => calls.Name == name);

    private static async Task<Func<CellClient, CancellationToken, Task<PdfDownload>>> StoreAtOkSignAsync(OkSignClient client, byte[] pdf)
    {
        SourceDocumentId document = await client.Documents.UploadAsync(OkSignFile.FromBytes(pdf, FileName), TestContext.Current.CancellationToken);
        return (cell, token) => cell.OkSign.Documents.RetrieveAsync(document, token);
    }

    private static async Task<Func<CellClient, CancellationToken, Task<PdfDownload>>> StoreAtOkDokumentAsync(OkDokumentClient client, byte[] pdf)
    {
        StoredDocumentId document = await client.Documents.UploadAsync(OkSignFile.FromBytes(pdf, FileName), cancellationToken: TestContext.Current.CancellationToken);
        return (cell, token) => cell.OkDokument.Documents.DownloadAsync(document, token);
    }
}
