using System.Security.Cryptography;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>The main job: send a PDF, get it signed by two people in order, file the signed PDF and its audit trail.</summary>
public sealed class WholeFlowTests
{
    private const string Name = "Überlassungsvertrag – 2026.pdf";

    [Fact]
    public async Task Document_FromUploadToRemoval_GoesThroughAllItsStates()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using Service service = await Service.StartAsync();
        OkSignClient client = service.Client;
        using var folder = new TemporaryFolder();
        byte[] pdf = Pdf.WithPages("First page", "Second page");
        await File.WriteAllBytesAsync(folder[Name], pdf, token);
        decimal creditsBefore = (await client.Credits.RetrieveAsync(token)).Quantity;

        // Upload: under an ASCII name until the descriptor brings the real one.
        SourceDocumentId source = await client.Documents.UploadAsync(OkSignFile.FromPath(folder[Name]), token);
        Assert.Equal("Uberlassungsvertrag - 2026.pdf", (await client.Documents.ExistsAsync(source, token))?.FileName);
        Assert.Null((await client.Documents.RetrieveLinkedAsync(source, token))?.SignedDocumentId);

        // Describe.
        IReadOnlyList<SigningLink> links = await client.FormDescriptors.UploadAsync(source, Service.TwoSignersInOrder(Name), token);
        Assert.Equal(["Anna Example", "Bert Example"], links.Select(link => link.Name));
        Assert.Equal(Name, (await client.Documents.ExistsAsync(source, token))?.FileName);
        FormDescriptor described = await client.FormDescriptors.RetrieveAsync(source, token);
        Assert.Equal(links.Select(link => link.Url), described.Signers.Select(signer => signer.SigningUrl));
        Assert.Equal((2, 0), await CountsAsync(client, source));

        // Bert is not first in the order.
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[1], "pen"));

        // Anna signs.
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        await service.SignAsync(links[0], "tan");
        SignedDocumentId signed = (await client.Documents.RetrieveLinkedAsync(source, token))!.SignedDocumentId!.Value;
        Assert.Equal(source, (await client.Documents.RetrieveLinkedAsync(signed, token))?.SourceDocumentId);
        Assert.Equal((2, 1), await CountsAsync(client, source));

        // Bert signs, and the signed copy keeps its id.
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        await service.SignAsync(links[1], "pen");
        Assert.Equal(signed, (await client.Documents.RetrieveLinkedAsync(source, token))?.SignedDocumentId);

        // What was signed.
        DocumentMetadata metadata = await client.Metadata.RetrieveAsync(signed, token);
        Assert.Equal((Name, 2, 2), (metadata.FileName, metadata.SignaturesRequired, metadata.SignaturesPlaced));
        SignatureDetails annas = metadata.Fields.Single(field => field.Name == "SIG_ANNA").Value!.Signature!;
        Assert.Equal(("Anna Example", "CEO", AuthenticationMethod.Sms), (annas.SignedBy, annas.ActingAs, annas.AuthenticationMethod));
        Assert.Equal(service.Clock.GetUtcNow().AddMinutes(-5), annas.SignedAt);
        Assert.Equal("Ghent", metadata.Fields.Single(field => field.Name == "CITY").Value!.Text);
        Assert.NotEqual(default, await client.Metadata.RetrieveV1Async(signed, token));
        IReadOnlyList<SigningEvent> events = await client.Documents.ListSignedAsync(service.Clock.GetUtcNow().AddHours(-1), service.Clock.GetUtcNow(), token);
        Assert.Equal([Service.Anna, Service.Bert], events.Select(signing => signing.SignerId!.Value));
        Assert.All(events, signing => Assert.Equal((source, signed), (signing.SourceDocumentId!.Value, signing.SignedDocumentId!.Value)));
        Assert.Equal(creditsBefore - events[^1].CreditsUsed.Sum(used => used.Credits), (await client.Credits.RetrieveAsync(token)).Quantity);

        // File both.
        await SaveAsync(client.Documents.RetrieveAsync(signed, token), folder["signed.pdf"]);
        await SaveAsync(client.AuditTrail.RetrieveAsync(signed, token), folder["audit.pdf"]);
        byte[] signedPdf = await File.ReadAllBytesAsync(folder["signed.pdf"], token);
        AssertSignedCopy(Pdf.PageTextsOf(signedPdf));
        AssertAuditTrail(await File.ReadAllBytesAsync(folder["audit.pdf"], token), pdf, signedPdf);
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);

        // Remove.
        await client.Documents.RemoveAsync(source, token);
        Assert.Null(await client.Documents.ExistsAsync(source, token));
        Assert.Null(await client.Documents.RetrieveLinkedAsync(signed, token));
        await Assert.ThrowsAsync<OkSignNotFoundException>(() => client.Documents.RetrieveAsync(signed, token));
        await Assert.ThrowsAsync<OkSignNotFoundException>(() => client.Documents.RemoveAsync(source, token));
        Assert.Empty(await client.Documents.ListActiveAsync(token));
    }

    [Fact]
    public async Task SignedCopyAndAuditTrail_InAnotherProgram_ShowBothNames()
    {
        Tool.Require("pdftotext", debianPackage: "poppler-utils");
        CancellationToken token = TestContext.Current.CancellationToken;
        await using Service service = await Service.StartAsync();
        using var folder = new TemporaryFolder();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();
        await SaveAsync(service.Client.Documents.RetrieveAsync(signed, token), folder["signed.pdf"]);
        await SaveAsync(service.Client.AuditTrail.RetrieveAsync(signed, token), folder["audit.pdf"]);

        foreach (string file in new[] { "signed.pdf", "audit.pdf" })
        {
            (int exitCode, string text, string error) = await Tool.RunAsync("pdftotext", [folder[file], "-"]);

            Assert.Equal((0, ""), (exitCode, error));
            Assert.Contains("Anna Example", text, StringComparison.Ordinal);
            Assert.Contains("Bert Example", text, StringComparison.Ordinal);
        }

        (_, string info, _) = await Tool.RunAsync("pdfinfo", [folder["signed.pdf"]]);
        Assert.Matches(@"Pages:\s+2\b", info);
    }

    [Fact]
    public async Task WordDocument_Uploaded_ComesBackAsAPdfOfItsText()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using Service service = await Service.StartAsync();
        var file = OkSignFile.FromBytes(Word.WithParagraphs("Employment contract", "Anna works in Ghent."), "contract.docx");

        SourceDocumentId source = await service.Client.Documents.UploadAsync(file, token);

        await using PdfDownload download = await service.Client.Documents.RetrieveAsync(source, token);
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, token);
        Assert.Equal(download.Length, copy.Length);
        Assert.Contains("Anna works in Ghent.", Assert.Single(Pdf.PageTextsOf(copy.ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_InWhichNothingWasSigned_IsAnEmptyList()
    {
        await using Service service = await Service.StartAsync();
        await service.SignedByBothAsync();
        DateTimeOffset now = service.Clock.GetUtcNow();

        IReadOnlyList<SigningEvent> events = await service.Client.Documents.ListSignedAsync(now.AddHours(-2), now.AddHours(-1), TestContext.Current.CancellationToken);

        Assert.Empty(events);
    }

    private static async Task<(int? Required, int? Placed)> CountsAsync(OkSignClient client, SourceDocumentId source)
    {
        ActiveDocument row = Assert.Single(await client.Documents.ListActiveAsync(TestContext.Current.CancellationToken), document => document.Id == source);
        return (row.SignaturesRequired, row.SignaturesPlaced);
    }

    private static async Task SaveAsync(Task<PdfDownload> retrieve, string path)
    {
        await using PdfDownload download = await retrieve;
        await download.SaveAsAsync(path, TestContext.Current.CancellationToken);
    }

    private static void AssertSignedCopy(IReadOnlyList<string> pages)
    {
        Assert.Equal(2, pages.Count);
        Assert.All(["First page", "Anna Example", "Bert Example", "CEO", "Ghent"], text => Assert.Contains(text, pages[0], StringComparison.Ordinal));
        Assert.Contains("Second page", pages[1], StringComparison.Ordinal);
    }

    private static void AssertAuditTrail(byte[] audit, byte[] source, byte[] signed)
    {
        string text = string.Concat(Pdf.PageTextsOf(audit)).Replace(" ", "", StringComparison.Ordinal);
        // The emulator's PDFs are written in a standard font, which has no letters but English ones.
        string[] facts = ["Uberlassungsvertrag - 2026.pdf", Sha256(source), Sha256(signed), "Anna Example", "Bert Example", "TAN", "Pen", "127.0.0.1"];
        Assert.All(facts, fact => Assert.Contains(fact.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.OrdinalIgnoreCase));
    }

    private static string Sha256(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
