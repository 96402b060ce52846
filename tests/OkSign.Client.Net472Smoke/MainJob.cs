using System.Text;
using OkSign.Smoke;

namespace OkSign.Client.Net472Smoke;

/// <summary>Against the emulator: a document is sent, signed, waited for and filed.</summary>
internal static class MainJob
{
    public static async Task UploadDescribeSignAndFileAsync(SmokeArguments arguments)
    {
        using OkSignClient oksign = arguments.CreateClient();
        SourceDocumentId source = await oksign.Documents.UploadAsync(Sample.Contract);
        IReadOnlyList<SigningLink> links = await oksign.FormDescriptors.UploadAsync(source, Sample.TwoSignersInOrder);
        Check.That(links.Count == 2);

        await SigningPage.SignAllAsync(links);
        SignedDocument signed = await oksign.WaitUntilSignedAsync(source);

        Check.That(signed.Metadata.SignaturesPlaced == 2);
        Check.That(signed.Metadata.Fields.Any(field => field.Value?.Text == "Ghent"));
        await FileAsync(signed);
        await oksign.Documents.RemoveAsync(source);
        Check.That(await oksign.Documents.ExistsAsync(source) is null);
    }

    public static async Task SendAFluentRequestAsync(SmokeArguments arguments)
    {
        using OkSignClient oksign = arguments.CreateClient();
        SignatureRequest sent = await oksign.NewSignatureRequest(Sample.Contract)
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(72, 355), SigningMethod.Pen))
            .NotifyByEmail(mail => mail.Subject("Please sign").Body("<p>Hello</p>").RemindEvery(days: 3, times: 2))
            .SendAsync();
        await SigningPage.SignAsync(sent.Signers.Single().SigningUrl);
        SignedDocument signed = await sent.WaitUntilSignedAsync();
        Check.That(signed.Metadata.SignaturesPlaced == 1);
    }

    public static async Task SayThatTheKeyIsWrongAsync(SmokeArguments arguments)
    {
        using OkSignClient oksign = (arguments with { Authorization = "123456;a-wrong-key;emulator" }).CreateClient();
        OkSignAuthenticationException failure = await Check.FailsAsync<OkSignAuthenticationException>(() => oksign.Credits.RetrieveAsync());
        Check.That(failure.Operation == "Credits.retrieve" && failure.Attempts == 1);
        Check.That(!failure.ToString().Contains("a-wrong-key"));
    }

    public static async Task SayWhatIsNotThereAsync(SmokeArguments arguments)
    {
        using OkSignClient oksign = arguments.CreateClient();
        await Check.FailsAsync<OkSignNotFoundException>(() => oksign.Documents.RetrieveAsync(new SourceDocumentId("123456-00000000-0000-4000-8000-000000000009")));
    }

    /// <summary>More bytes than any buffer in between has room for, there and back.</summary>
    public static async Task CarryALargeFileAsync(SmokeArguments arguments)
    {
        using OkSignClient oksign = arguments.CreateClient();
        byte[] large = Sample.LargeContract();

        SourceDocumentId source = await oksign.Documents.UploadAsync(OkSignFile.FromBytes(large, "large.pdf"));
        using PdfDownload download = await oksign.Documents.RetrieveAsync(source);
        using var received = new MemoryStream();
        await download.CopyToAsync(received);

        Check.That(received.ToArray().SequenceEqual(large));
    }

    private static async Task FileAsync(SignedDocument signed)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"oksign-{Guid.NewGuid():N}"));
        try
        {
            string contract = Path.Combine(folder.FullName, "contract.signed.pdf");
            string audit = Path.Combine(folder.FullName, "contract.audit.pdf");
            await signed.DownloadAsync(contract);
            await signed.DownloadAsync(contract);
            await signed.DownloadAuditTrailAsync(audit);
            Check.That(IsPdf(contract) && IsPdf(audit));
            Check.That(folder.GetFiles().Length == 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsPdf(string path) => Encoding.ASCII.GetString(File.ReadAllBytes(path), 0, 5) == "%PDF-";
}
