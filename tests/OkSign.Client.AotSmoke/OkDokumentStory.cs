using OkSign.Client.OkDokument;
using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>OKdokument's documents and signature requests, from their upload to their removal.</summary>
internal static class OkDokumentStory
{
    public static async Task TellAsync(OkDokumentClient okdokument, Calls calls)
    {
        StoredDocumentId stored = await StoreAsync(okdokument, calls);
        await RevokeAsync(okdokument, calls);
        await SignAsync(okdokument, calls);

        await calls.CallAsync("OkDokument.Counter", () => okdokument.Usage.RetrieveAsync(), usage => usage is { StoredFiles: > 0, UsedSignatureRequests: > 1, AvailableSignatureRequests: > 0 });
        await calls.CallAsync("OkDokument.DeleteDocument", () => okdokument.Documents.DeleteAsync(stored));
        await Check.FailsAsync<OkSignNotFoundException>(() => okdokument.Documents.RetrieveInfoAsync(stored));
    }

    private static async Task<StoredDocumentId> StoreAsync(OkDokumentClient okdokument, Calls calls)
    {
        StoredDocumentId stored = await calls.CallAsync("OkDokument.UploadDocument", () => okdokument.Documents.UploadAsync(Sample.Contract), id => id.Value.Length > 0);
        await calls.CallAsync(
            "OkDokument.DocumentInfo",
            () => okdokument.Documents.RetrieveInfoAsync(stored),
            info => info.State == StoredDocumentState.ToSign && info.FileName == "contract.pdf" && info.ChangedAt is not null);
        await calls.CallAsync("OkDokument.ListDocuments", () => okdokument.Documents.ListAsync(StoredDocumentState.ToSign), documents => documents.Any(document => document.Id == stored));
        return stored;
    }

    private static async Task RevokeAsync(OkDokumentClient okdokument, Calls calls)
    {
        SignatureRequestSettings settings = Settings();
        CreatedSignatureRequest created = await calls.CallAsync(
            "OkDokument.Upload",
            () => okdokument.SignatureRequests.UploadAsync(Sample.Contract, settings),
            created => created.Id == settings.SignatureRequestId && created.DocumentId is not null);
        await calls.CallAsync("OkDokument.SetCallback", () => okdokument.SignatureRequests.SetCallbackAsync(created.Id, new Uri("https://app.example.com/signed")));
        await calls.CallAsync("OkDokument.DeleteSignatureRequest", () => okdokument.SignatureRequests.DeleteAsync(created.Id));
        Check.That(await okdokument.SignatureRequests.FindAsync(created.Id) is null);
    }

    private static async Task SignAsync(OkDokumentClient okdokument, Calls calls)
    {
        CreatedSignatureRequest created = await calls.CallAsync(
            "OkDokument.CreateSignatureRequest",
            () => okdokument.SignatureRequests.CreateAsync(Sample.Contract, Settings()),
            created => created.SigningUrl.IsAbsoluteUri);
        var update = new SignatureRequestUpdate { ResultUrl = new Uri("https://app.example.com/done") };
        await calls.CallAsync("OkDokument.UpdateSignatureRequest", () => okdokument.SignatureRequests.UpdateAsync(created.Id, update));
        await calls.CallAsync("OkDokument.OpenDocument", () => okdokument.SignatureRequests.FindAsync(created.Id), found => found?.DocumentId == created.DocumentId);

        await SigningPage.SubmitAsync(created.SigningUrl);
        await calls.CallAsync("OkDokument.DownloadDocument", () => DownloadAsync(okdokument, created.DocumentId!.Value), isWhole => isWhole);
    }

    private static SignatureRequestSettings Settings() => new()
    {
        SignatureRequestId = SignatureRequestId.New(),
        ExpirationTime = DateTimeOffset.UtcNow.AddDays(2),
        FieldsBeforeSigning = FieldHandling.Flatten,
        Rules = new SigningRules { SignAnywhere = true, EmailTo = "anna@example.com", EmailFrom = "office@example.com", Language = TemplateLanguage.English },
    };

    private static async Task<bool> DownloadAsync(OkDokumentClient okdokument, StoredDocumentId document)
    {
        await using PdfDownload pdf = await okdokument.Documents.DownloadAsync(document);
        using var received = new MemoryStream();
        await pdf.CopyToAsync(received);
        return received.Length == pdf.Length && received.ToArray().AsSpan().StartsWith("%PDF-"u8);
    }
}
