using System.Globalization;
using OkSign.Client;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BulkSend;

/// <summary>One of the letters to send: in a real program a row of your database and a document of your own.</summary>
internal sealed record Letter(int Number)
{
    public string Person => string.Create(CultureInfo.InvariantCulture, $"Person {Number:D4}");

    public string Email => string.Create(CultureInfo.InvariantCulture, $"person{Number:D4}@example.com");

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"letter-{Number:D4}.pdf");

    public OkSignFile ToFile()
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        PdfPageBuilder page = builder.AddPage(595, 842);
        page.AddText($"Dear {Person},", 14, new PdfPoint(72, 740), font);
        page.AddText("please sign our new terms below.", 14, new PdfPoint(72, 715), font);
        return OkSignFile.FromBytes(builder.Build(), FileName);
    }
}
