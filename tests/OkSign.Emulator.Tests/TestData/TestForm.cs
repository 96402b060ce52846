using System.Text;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>A hand-written PDF with a form, which a PDF builder does not make.</summary>
internal static class TestForm
{
    /// <summary>One A4 page with all kinds of fields: SC_tenant, SO_witness, TC_city, note, CR_agree, RC_term (short, long), CBC_country (sk, cz).</summary>
    public static byte[] WithAllKinds() => WithFields(
        Signature("SC_tenant", "50 600 200 650"),
        Signature("SO_witness", "250 600 400 650"),
        Text("TC_city", "50 500 200 520"),
        Text("note", "250 500 400 520", "/V(old note)/MaxLen 20"),
        Widget("CR_agree", "50 450 70 470", "/FT/Btn/AP<</N<</Yes 4 0 R/Off 4 0 R>>>>/AS/Off"),
        "<</FT/Btn/Ff 49152/T(RC_term)/Kids[{0} {1}]>>",
        "<</Type/Annot/Subtype/Widget/Rect[50 400 70 420]/P 3 0 R/Parent {-1}/AP<</N<</short 4 0 R/Off 4 0 R>>>>/AS/Off>>",
        "<</Type/Annot/Subtype/Widget/Rect[100 400 120 420]/P 3 0 R/Parent {-2}/AP<</N<</long 4 0 R/Off 4 0 R>>>>/AS/Off>>",
        Widget("CBC_country", "50 350 200 370", "/FT/Ch/Ff 131072/Opt[[(sk)(Slovakia)][(cz)(Czechia)]]"));

    public static string Signature(string name, string rectangle) => Widget(name, rectangle, "/FT/Sig");

    public static string Text(string name, string rectangle, string entries = "") => Widget(name, rectangle, "/FT/Tx" + entries);

    public static string Widget(string name, string rectangle, string entries)
        => $"<</Type/Annot/Subtype/Widget/T({name})/Rect[{rectangle}]/P 3 0 R{entries}>>";

    /// <summary>A4 with fields. In a field, {0} is the next object, {1} the one after it, {-1} the one before.</summary>
    public static byte[] WithFields(params string[] fields) => OnPage("", fields);

    public static byte[] OnPage(string pageEntries, params string[] fields)
    {
        const int First = 6;
        string[] written = [.. fields.Select((field, index) => WithReferences(field, First + index))];
        string all = string.Join(' ', fields.Select((_, index) => $"{First + index} 0 R"));
        string top = string.Join(' ', fields.Select((field, index) => (field, index)).Where(entry => !entry.field.Contains("/Parent", StringComparison.Ordinal)).Select(entry => $"{First + entry.index} 0 R"));
        const string Content = "BT /F1 12 Tf 70 750 Td (This is the form) Tj ET";
        return File(
        [
            $"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{top}]>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[{all}]{pageEntries}>>",
            $"<</Length {Content.Length}>>stream\n{Content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            .. written,
        ]);
    }

    private static string WithReferences(string field, int number) => field
        .Replace("{0}", $"{number + 1} 0 R", StringComparison.Ordinal)
        .Replace("{1}", $"{number + 2} 0 R", StringComparison.Ordinal)
        .Replace("{-1}", $"{number - 1} 0 R", StringComparison.Ordinal)
        .Replace("{-2}", $"{number - 2} 0 R", StringComparison.Ordinal);

    private static byte[] File(IReadOnlyList<string> objects)
    {
        string file = "%PDF-1.7\n";
        string table = $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n";
        for (int index = 0; index < objects.Count; index++)
        {
            table += $"{file.Length:D10} 00000 n \n";
            file += $"{index + 1} 0 obj\n{objects[index]}\nendobj\n";
        }

        return Encoding.ASCII.GetBytes($"{file}{table}trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{file.Length}\n%%EOF");
    }
}
