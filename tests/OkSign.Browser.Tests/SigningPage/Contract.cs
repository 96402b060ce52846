using OkSign.Client;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OkSign.Browser.Tests.SigningPage;

/// <summary>An employment contract of one page that Anna fills in and signs, and then Bert signs.</summary>
internal static class Contract
{
    public const string FileName = "Employment contract.pdf";

    public static SignerId Anna { get; } = SignerId.Anonymous(1);

    public static SignerId Bert { get; } = SignerId.Anonymous(2);

    public static FormDescriptor Descriptor => new()
    {
        Fields =
        [
            Field(InputType.Text, "City", 305) with { IsRequired = true },
            Field(InputType.Text, "E-mail", 335) with { Validation = ValidationFunction.Email, IsRequired = true },
            Field(InputType.Date, "First day", 365) with { IsRequired = true },
            Field(InputType.Select, "Working time", 395) with { SelectOptions = ["Full time", "Half time"], IsRequired = true },
            Field(InputType.TextArea, "Remarks", 425) with { Height = 50 },
            Field(InputType.Text, "Reference", 490) with { Value = "HR-2026-117", IsReadOnly = true },
            Field(InputType.CheckBox, "House rules", 528) with { X = 72, Width = 14, Height = 14, IsRequired = true },
            Signature("Employee", Anna, x: 72),
            Signature("Employer", Bert, x: 330),
        ],
        Signers =
        [
            new Signer { Id = Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "employee" },
            new Signer { Id = Bert, Name = "Bert Example", Email = "bert@example.com", Mobile = "+32470000002" },
        ],
    };

    public static FormField Field(InputType type, string name, double y) => new()
    {
        InputType = type,
        Name = name,
        SignerId = Anna,
        PageIndex = 0,
        X = 220,
        Y = y,
        Width = 240,
        Height = 20,
    };

    public static FormField Signature(string name, SignerId signer, double x) => new()
    {
        InputType = InputType.Signature,
        Name = name,
        SignerId = signer,
        PageIndex = 0,
        X = x,
        Y = 600,
        Width = 190,
        Height = 70,
        SigningOptions = SigningOptions.Allow(SigningMethod.Pen, SigningMethod.Sms, SigningMethod.Eid),
    };

    public static byte[] Pdf()
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont regular = builder.AddStandard14Font(Standard14Font.Helvetica);
        PdfDocumentBuilder.AddedFont bold = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        PdfPageBuilder page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        page.AddText("Employment contract", 22, new PdfPoint(72, 750), bold);
        string[] lines =
        [
            "Between Example Works BV, represented by Bert Example, and Anna Example,",
            "the following is agreed.",
            "",
            "1. The employee begins on the day that is named below and works at the place",
            "    that is named below, for the time that is chosen below.",
            "2. The house rules are part of this contract.",
            "3. Either side can end the contract in writing, with notice of three months.",
        ];
        for (int index = 0; index < lines.Length; index++)
        {
            if (lines[index].Length > 0)
            {
                page.AddText(lines[index], 11, new PdfPoint(72, 710 - (index * 18)), regular);
            }
        }

        (string Label, double Y)[] labels =
            [("Place of work", 305), ("E-mail address", 335), ("First day of work", 365), ("Working time", 395), ("Remarks", 425), ("Our reference", 490)];
        foreach ((string label, double y) in labels)
        {
            page.AddText(label, 11, new PdfPoint(72, 842 - y - 14), regular);
        }

        page.AddText("I have read the house rules.", 11, new PdfPoint(96, 842 - 528 - 11), regular);
        page.AddText("For the employee", 11, new PdfPoint(72, 842 - 590), bold);
        page.AddText("For the employer", 11, new PdfPoint(330, 842 - 590), bold);
        return builder.Build();
    }
}
