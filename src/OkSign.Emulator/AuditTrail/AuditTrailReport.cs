using System.Security.Cryptography;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;
using UglyToad.PdfPig.Writer;

namespace OkSign.Emulator.AuditTrail;

/// <summary>Writes the audit trail of a signed copy as a PDF.</summary>
internal static class AuditTrailReport
{
    private const double Indent = 18;

    public static byte[] Write(StoredDocument document, SignedCopy copy)
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = DrawableText.From($"Audit trail of {document.FileName}");
        TextPages pages = new TextPages(builder).Heading("Audit trail");
        WriteDocument(pages, document, copy);
        foreach (SigningEvent signing in copy.Signings)
        {
            WriteSigning(pages.Gap(), signing);
        }

        WriteEvents(pages.Gap(), document, copy);
        return builder.Build();
    }

    private static void WriteDocument(TextPages pages, StoredDocument document, SignedCopy copy)
    {
        pages.Strong("Document");
        WriteFact(pages, "Name", document.FileName);
        WriteFact(pages, "Source document", document.Id);
        WriteFact(pages, "Signed document", copy.Id);
        WriteFact(pages, "Uploaded", Timestamps.Format(document.UploadedAt));
        WriteFact(pages, "Uploaded by", document.Creator);
        WriteFact(pages, "SHA-256 of the source document", Hash(document.Pdf));
        WriteFact(pages, "SHA-256 of the signed document", Hash(copy.Pdf));
        WriteFact(pages, "Signatures", $"{copy.SignaturesPlaced} of {document.SignaturesRequired}");
    }

    private static void WriteSigning(TextPages pages, SigningEvent signing)
    {
        pages.Strong("Signer");
        WriteFact(pages, "Name", signing.Signer.DisplayName);
        WriteFact(pages, "Acting as", signing.Signer.ActingAs);
        WriteFact(pages, "E-mail", signing.Signer.Email);
        WriteFact(pages, "Signer id", signing.Signer.Id);
        WriteFact(pages, "Method", signing.Method?.Label);
        WriteFact(pages, "Mobile", signing.Mobile);
        WriteFact(pages, "Certificate provider", signing.Method?.CertificateProvider);
        WriteFact(pages, "Certificate serial number", signing.CertificateSerialNumber);
        WriteFact(pages, "Signed", Timestamps.Format(signing.At));
        WriteFact(pages, "IP address", signing.IPAddress);
        foreach (CompletedField completed in signing.Fields)
        {
            WriteFact(pages, $"Field {completed.Field.Name}", completed.Value);
        }
    }

    private static void WriteEvents(TextPages pages, StoredDocument document, SignedCopy copy)
    {
        int round = document.Copies.FindIndex(signed => signed.Id == copy.Id);
        pages.Strong("Events");
        foreach (AuditEvent happened in document.Events.Where(happened => happened.Round is null || happened.Round == round))
        {
            WriteFact(pages, Timestamps.Format(happened.At), happened.Text);
        }
    }

    private static void WriteFact(TextPages pages, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            pages.Line(DrawableText.FromName($"{label}: {value}"), Indent);
        }
    }

    private static string Hash(byte[] file) => Convert.ToHexString(SHA256.HashData(file));
}
