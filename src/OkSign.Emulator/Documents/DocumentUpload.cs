using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Account;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.State;
using OkSign.Emulator.Word;

namespace OkSign.Emulator.Documents;

/// <summary>Checks an uploaded file and keeps it as a PDF.</summary>
internal sealed class DocumentUpload(
    OkSignEmulatorOptions options, DocumentStore documents, DocumentIds ids, Credentials credentials, Clock clock)
{
    /// <returns>The source docid.</returns>
    /// <exception cref="RefusedException">The file is not one that the service takes.</exception>
    public async Task<string> StoreAsync(HttpContext context)
    {
        UploadedFile file = await UploadedFile.ReadAsync(context, options.MaxDocumentSize);
        return Store(file.Name, KindOf(file.Name, context.Request.MediaType()), file.Content);
    }

    /// <summary>Keeps a PDF as a template.</summary>
    /// <returns>The source docid.</returns>
    /// <exception cref="RefusedException">The file is not a PDF, or its name not that of one.</exception>
    public string StoreTemplate(string fileName, byte[] pdf)
    {
        if (FileNames.ProblemOf(fileName) is { } problem)
        {
            throw new RefusedException(problem);
        }

        return FileKind.OfName(fileName) == FileKind.Pdf
            ? Store(fileName, FileKind.Pdf, pdf, isTemplate: true)
            : throw new RefusedException("The file name must end in .pdf");
    }

    private static FileKind KindOf(string fileName, string? mediaType)
    {
        FileKind byName = FileKind.OfName(fileName) ?? throw new RefusedException("The file name must end in .pdf, .doc or .docx");
        FileKind byType = FileKind.OfMediaType(mediaType)
            ?? throw new RefusedException("The content-type must be that of a PDF or Word file");
        return byName == byType ? byName : throw new RefusedException("The content-type does not agree with the file name");
    }

    private string Store(string fileName, FileKind kind, byte[] content, bool isTemplate = false)
    {
        if (!kind.Starts(content))
        {
            throw new RefusedException($"The content is not that of a {kind.Extension} file");
        }

        byte[] pdf = kind == FileKind.Pdf ? content : WordConversion.ToPdf(content, kind);
        DateTimeOffset now = clock.Now;
        var document = new StoredDocument
        {
            Id = ids.Next(),
            FileName = fileName,
            Pdf = pdf,
            Pages = PdfInspection.PagesOf(pdf),
            UploadedAt = now,
            Creator = options.Users.Count > 0 ? options.Users[0].Email : credentials.AccountNumber,
            OrganizationalToken = credentials.OrganizationalToken,
            IsTemplate = isTemplate,
            Events = [new AuditEvent(now, isTemplate
                ? $"Template added: {content.Length} bytes"
                : $"Document uploaded: {content.Length} bytes, key \"{credentials.OrganizationalToken}\"")],
        };
        documents.Add(document);
        return document.Id;
    }
}
