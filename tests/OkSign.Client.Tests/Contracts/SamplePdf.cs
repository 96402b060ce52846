using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Client.Tests.Contracts;

/// <summary>A real PDF of one A4 page that has the marker of which the contracts speak.</summary>
internal static class SamplePdf
{
    public static byte[] Contract { get; } = Create();

    private static byte[] Create()
    {
        using var builder = new PdfDocumentBuilder();
        PdfPageBuilder page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        page.AddText("Contract", 18, new PdfPoint(72, 760), font);
        page.AddText("#SIGN_BERT#", 11, new PdfPoint(350, 200), font);
        return builder.Build();
    }
}
