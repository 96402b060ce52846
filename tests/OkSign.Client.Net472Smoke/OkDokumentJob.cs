using System.Text;
using OkSign.Client.OkDokument;
using OkSign.Smoke;

namespace OkSign.Client.Net472Smoke;

/// <summary>Against the emulator of OKdokument: a document is sent, signed, waited for, filed and deleted.</summary>
internal static class OkDokumentJob
{
    public static async Task RegisterSignAndFileAsync(SmokeArguments arguments)
    {
        using OkDokumentClient okdokument = arguments.CreateOkDokumentClient();
        var id = SignatureRequestId.New();
        var settings = new SignatureRequestSettings { SignatureRequestId = id, Rules = new SigningRules { SignAnywhere = true } };
        CreatedSignatureRequest created = await okdokument.SignatureRequests.CreateAsync(Sample.Contract, settings);
        await okdokument.SignatureRequests.UpdateAsync(id, new SignatureRequestUpdate { ResultUrl = new Uri("https://app.example.com/done") });
        Check.That((await okdokument.SignatureRequests.FindAsync(id))?.DocumentId == created.DocumentId);

        await SigningPage.SubmitAsync(created.SigningUrl);
        FinishedRound finished = await okdokument.WaitUntilFinishedAsync(created.DocumentId!.Value);

        Check.That(finished.IsSigned);
        Check.That(await okdokument.SignatureRequests.FindAsync(id) is null);
        await FileAsync(finished);
        await finished.DeleteAsync();
        await Check.FailsAsync<OkSignNotFoundException>(() => okdokument.Documents.RetrieveInfoAsync(finished.DocumentId));
    }

    public static async Task SendTwoRoundsAsync(SmokeArguments arguments)
    {
        using OkDokumentClient okdokument = arguments.CreateOkDokumentClient();
        SigningRound first = await okdokument.NewSignatureRequest(Sample.Contract).SignAnywhere().AsMultipart().SendAsync();
        await SigningPage.SubmitAsync(first.SigningUrl);
        FinishedRound finished = await first.WaitUntilFinishedAsync();

        SigningRound second = await finished.NextRound().SignAnywhere().SendAsync();
        await second.RevokeAsync();

        Check.That(second.DocumentId == first.DocumentId);
        Check.That(await okdokument.SignatureRequests.FindAsync(second.Id) is null);
    }

    /// <summary>More bytes than any buffer in between has room for, there as base64 and back as they are.</summary>
    public static async Task CarryALargeFileAsync(SmokeArguments arguments)
    {
        using OkDokumentClient okdokument = arguments.CreateOkDokumentClient();
        byte[] large = Sample.LargeContract();

        StoredDocumentId document = await okdokument.Documents.UploadAsync(OkSignFile.FromBytes(large, "large.pdf"));
        using PdfDownload download = await okdokument.Documents.DownloadAsync(document);
        using var received = new MemoryStream();
        await download.CopyToAsync(received);

        Check.That(received.ToArray().SequenceEqual(large));
    }

    public static async Task SayThatTheKeyIsWrongAsync(SmokeArguments arguments)
    {
        using OkDokumentClient okdokument = (arguments with { OkDokumentApiKey = "0a1b2c3d4_a-wrong-key" }).CreateOkDokumentClient();
        OkSignAuthenticationException failure = await Check.FailsAsync<OkSignAuthenticationException>(() => okdokument.Usage.RetrieveAsync());
        Check.That(failure.Operation == "OkDokument.Counter" && failure.Attempts == 1);
        Check.That(!failure.ToString().Contains("a-wrong-key"));
    }

    public static async Task SayThatTheIdWasUsedAsync(SmokeArguments arguments)
    {
        using OkDokumentClient okdokument = arguments.CreateOkDokumentClient();
        SigningRound round = await okdokument.NewSignatureRequest(Sample.Contract).SignAnywhere().SendAsync();
        OkSignConflictException failure = await Check.FailsAsync<OkSignConflictException>(
            () => okdokument.NewSignatureRequest(Sample.Contract).WithId(round.Id).SignAnywhere().SendAsync());
        Check.That(failure.MayHaveReachedService);
    }

    private static async Task FileAsync(FinishedRound finished)
    {
        string path = Path.Combine(Path.GetTempPath(), $"oksign-{Guid.NewGuid():N}.pdf");
        try
        {
            await finished.DownloadAsync(path);
            Check.That(Encoding.ASCII.GetString(File.ReadAllBytes(path), 0, 5) == "%PDF-");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
