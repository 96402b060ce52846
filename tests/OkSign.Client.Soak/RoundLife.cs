using System.Text;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Soak;

/// <summary>A document at OKdokument through two rounds of signing to its deletion, by an application that keeps the id of a round until it knows what became of it.</summary>
internal sealed class RoundLife(OkDokumentClient client, HttpClient browser, byte[] contract, Ledger ledger, string folder)
{
    private readonly int _number = ledger.NextRoundDocument();

    private string Name => $"lease-{_number}.pdf";

    private Persistence Persistence => new(ledger, Name);

    public async Task RunAsync()
    {
        StoredDocumentId document = await SignAsync(1, () => client.NewSignatureRequest(OkSignFile.FromBytes(contract, Name)));
        await SignAsync(2, () => client.NextRound(document));
        StoredDocument info = await Persistence.AskAsync(() => client.Documents.RetrieveInfoAsync(document));
        if (info.State != StoredDocumentState.Signed)
        {
            throw new InvalidOperationException($"{Name} is signed, and its state is {info.State}.");
        }

        await FileAsync(document);
        await DeleteAsync(document);
    }

    /// <summary>One round. The id is the same however often it is sent, so that it is there once at most.</summary>
    private async Task<StoredDocumentId> SignAsync(int number, Func<SigningRoundBuilder> begin)
    {
        var id = SignatureRequestId.New();
        string email = $"signer{number}.{_number}@example.org";
        await Persistence.SendAsync(
            async () => (await begin().WithId(id).SignAnywhere().InviteByEmail(email, "office@example.org").SendAsync()).Id,
            async () => await client.SignatureRequests.FindAsync(id) is null ? null : new Found<SignatureRequestId>(id));
        FoundSignatureRequest? opened = await Persistence.AskAsync(() => client.SignatureRequests.FindAsync(id));
        using var script = new StringContent("{}", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await browser.PostAsync(opened!.ViewerUrl, script);
        answer.EnsureSuccessStatusCode();
        ledger.CountRound();
        return opened.DocumentId;
    }

    private Task<bool> FileAsync(StoredDocumentId document)
        => Persistence.AskAsync(async () =>
        {
            string path = Path.Combine(folder, $"{_number}.lease.pdf");
            await using PdfDownload download = await client.Documents.DownloadAsync(document);
            await download.SaveAsAsync(path);
            File.Delete(path);
            return true;
        });

    private Task<bool> DeleteAsync(StoredDocumentId document)
        => Persistence.AskAsync(async () =>
        {
            try
            {
                await client.Documents.DeleteAsync(document);
            }
            catch (OkSignNotFoundException)
            {
                // It was deleted by a call of which we were not told.
            }

            return true;
        });
}
