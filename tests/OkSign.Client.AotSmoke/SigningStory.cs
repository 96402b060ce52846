using System.Text.Json;
using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>Documents from their upload to their removal.</summary>
internal static class SigningStory
{
    public static async Task TellAsync(OkSignClient oksign, Calls calls)
    {
        SourceDocumentId source = await calls.CallAsync("Document.upload", () => oksign.Documents.UploadAsync(Sample.Contract), id => id.Value.Length > 0);
        await calls.CallAsync("Document.exists", () => oksign.Documents.ExistsAsync(source), info => info?.FileName == "contract.pdf");
        IReadOnlyList<SigningLink> links = await DescribeAsync(oksign, calls, source);
        await NotifyAsync(oksign, calls, source);
        await calls.CallAsync("Documents.active", () => oksign.Documents.ListActiveAsync(), active => active.Single(document => document.Id == source).SignaturesRequired == 2);

        DateTimeOffset start = DateTimeOffset.UtcNow.AddMinutes(-1);
        await SigningPage.SignAllAsync(links);
        SignedDocumentId signed = await LookAsync(oksign, calls, source);
        await DownloadAsync(oksign, calls, signed);
        await calls.CallAsync(
            "Documents.signed",
            () => oksign.Documents.ListSignedAsync(start, DateTimeOffset.UtcNow.AddMinutes(1)),
            events => events.Count(signature => signature.SignedDocumentId == signed) == 2);

        await calls.CallAsync("Document.remove", () => oksign.Documents.RemoveAsync(source));
        Check.That(await oksign.Documents.ExistsAsync(source) is null);
    }

    private static async Task<IReadOnlyList<SigningLink>> DescribeAsync(OkSignClient oksign, Calls calls, SourceDocumentId source)
    {
        FormDescriptor descriptor = Sample.TwoSignersInOrder;
        IReadOnlyList<SigningLink> links = await calls.CallAsync("FormDesc.upload", () => oksign.FormDescriptors.UploadAsync(source, descriptor), links => links.Count == 2);
        await calls.CallAsync(
            "FormDesc.retrieve",
            () => oksign.FormDescriptors.RetrieveAsync(source),
            answer => answer.Fields.Count == 3 && answer.Signers.Any(signer => signer.ActingAs == "CEO") && answer.Workflow?.Count == 2);
        return links;
    }

    private static async Task NotifyAsync(OkSignClient oksign, Calls calls, SourceDocumentId source)
    {
        EmailAttachmentId attachment = await calls.CallAsync(
            "EmailAttachment.upload",
            () => oksign.EmailAttachments.UploadAsync(OkSignFile.FromBytes([1, 2, 3], "picture.png")),
            id => id.Value.Length > 0);
        var email = new EmailNotification { To = [Sample.Anna], Subject = "Please sign", Body = "<p>Hello</p>", Attachments = [attachment], Language = Language.Dutch };
        var upload = new NotificationUpload { Notifications = new NotificationSettings { Email = email } };
        await calls.CallAsync("Notifications.upload", () => oksign.Notifications.UploadAsync(source, upload));
        await calls.CallAsync("EmailAttachment.remove", () => oksign.EmailAttachments.RemoveAsync(attachment));
    }

    private static async Task<SignedDocumentId> LookAsync(OkSignClient oksign, Calls calls, SourceDocumentId source)
    {
        LinkedDocument? linked = await calls.CallAsync("Linkedlist.retrieve", () => oksign.Documents.RetrieveLinkedAsync(source), linked => linked?.SignedDocumentId is not null);
        SignedDocumentId signed = linked!.SignedDocumentId!.Value;
        await calls.CallAsync(
            "Metadata.retrieve (v2)",
            () => oksign.Metadata.RetrieveAsync(signed),
            metadata => metadata.SignaturesPlaced == 2
                && metadata.Fields.Any(field => field.Value?.Signature?.SignedBy == "Anna Example")
                && metadata.Fields.Any(field => field.Value?.Text == "Ghent"));
        await calls.CallAsync("Metadata.retrieve (v1)", () => oksign.Metadata.RetrieveV1Async(signed), former => former.ValueKind == JsonValueKind.Object);
        return signed;
    }

    private static async Task DownloadAsync(OkSignClient oksign, Calls calls, SignedDocumentId signed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("oksign-aot-");
        try
        {
            string contract = Path.Combine(folder.FullName, "contract.signed.pdf");
            string audit = Path.Combine(folder.FullName, "contract.audit.pdf");
            await calls.CallAsync("Document.retrieve", () => SaveAsync(oksign.Documents.RetrieveAsync(signed), contract), isWhole => isWhole);
            await calls.CallAsync("Audittrail.retrieve", () => SaveAsync(oksign.AuditTrail.RetrieveAsync(signed), audit), isWhole => isWhole);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> SaveAsync(Task<PdfDownload> opening, string path)
    {
        await using PdfDownload pdf = await opening;
        await pdf.SaveAsAsync(path);
        return new FileInfo(path).Length == pdf.Length && (await File.ReadAllBytesAsync(path)).AsSpan().StartsWith("%PDF-"u8);
    }
}
