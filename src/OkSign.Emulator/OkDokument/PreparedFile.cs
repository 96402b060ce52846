using OkSign.Emulator.Pdf;

namespace OkSign.Emulator.OkDokument;

/// <summary>An incoming file that has become a PDF with fields.</summary>
internal sealed record PreparedFile(
    string? GivenName, byte[] Pdf, IReadOnlyList<PageSize> Pages, IReadOnlyList<DokumentField> Fields, string State);
