using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.Word;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// Takes files in: conversion first, then the search for tags. Excel files are refused, as there is no conversion for them here.
/// </summary>
internal sealed class DokumentIntake(OkDokumentEmulatorOptions options)
{
    private const string Suffix = ".pdf";

    private static readonly string[] ExcelSuffixes = [".xls", ".xlsx"];

    /// <summary>Does all that takes long and needs no account.</summary>
    /// <exception cref="RefusedException">The file is not one that the service takes.</exception>
    /// <exception cref="DokumentRefusedException">It is an Excel file.</exception>
    public static PreparedFile Prepare(IncomingFile file)
    {
        byte[] pdf = ToPdf(file);
        IReadOnlyList<PageSize> pages = PdfInspection.PagesOf(pdf);
        IReadOnlyList<DokumentField> fields = PdfForm.FieldsOf(pdf);
        if (file.State == DocumentStates.Tags)
        {
            // A field of the form that is called like a tag is the one that counts.
            fields = [.. fields.Concat(SignatureTags.Find(pdf, pages)).DistinctBy(field => field.Name)];
        }

        return new PreparedFile(file.FileName, pdf, pages, fields, file.State);
    }

    public StoredDokument Document(PreparedFile file, AccountBook book, DateTimeOffset now)
    {
        bool searches = file.State == DocumentStates.Tags && options.TagSearchDelay > TimeSpan.Zero;
        return new StoredDokument
        {
            Id = DokumentIds.NewDocumentId(),
            Number = book.NextNumber(now),
            GivenName = file.GivenName,
            FileName = PdfNameOf(file.GivenName ?? DokumentIds.NewRequestId()),
            Source = file.Pdf,
            Pages = file.Pages,
            Fields = file.Fields,
            State = searches ? DocumentStates.Tags : DocumentStates.ToSign,
            TagsUntil = searches ? LocalTime.After(now, options.TagSearchDelay) : null,
            UploadedAt = now,
            ModifiedAt = now,
        };
    }

    private static byte[] ToPdf(IncomingFile file)
    {
        string suffix = Path.GetExtension(file.FileName ?? "");
        if (ExcelSuffixes.Contains(suffix, StringComparer.OrdinalIgnoreCase))
        {
            throw DokumentRefusedException.BadInput(ErrorCodes.NotConverted, $"{suffix} files are not converted by the emulator");
        }

        FileKind kind = FileKind.OfName(file.FileName ?? "") ?? FileKind.Pdf;
        if (!kind.Starts(file.Content))
        {
            throw new RefusedException($"The content is not that of a {kind.Extension} file");
        }

        return kind == FileKind.Pdf ? file.Content : WordConversion.ToPdf(file.Content, kind);
    }

    // Other suffixes are part of the name, as in "v1.2".
    private static string PdfNameOf(string name)
        => FileKind.OfName(name) is null ? name + Suffix : Path.ChangeExtension(name, Suffix);
}
