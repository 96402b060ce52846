using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Pdf;

public class SignedCopyTests
{
    [Fact]
    public async Task SignedCopy_KeepsThePagesAndTheirText()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(pdf: TestPdf.WithPages("First page", "Second page"));

        byte[] copy = await service.DownloadAsync(signed);
        Assert.Equal(2, TestPdf.PageCount(copy));
        Assert.Contains("First page", TestPdf.WordsOf(copy, 1), StringComparison.Ordinal);
        Assert.Contains("Second page", TestPdf.WordsOf(copy, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedCopy_SignatureIsInItsBox()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("pen"));

        byte[] copy = await service.DownloadAsync(signed);
        AssertInside(TestPdf.PlaceOf(copy, 1, "Anna"), x: 100, y: 600);
        string words = TestPdf.WordsOf(copy, 1);
        Assert.Contains("Anna Example acting as CEO signed with Pen 2026-03-01T09:00:00+01:00", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task SignedCopy_RotatedPage_SignatureIsWhereAViewerSeesTheBox(int degrees)
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor.FirstField()["posY"] = 400;

        (_, string signed) = await service.SignedByAnnaAsync(descriptor, pdf: TestPdf.Rotated(degrees));

        AssertInside(TestPdf.PlaceOf(await service.DownloadAsync(signed), 1, "Anna"), x: 100, y: 400);
    }

    [Theory]
    [InlineData("/MediaBox[0 0 595 842]/CropBox[50 60 595 842]", "BT /F1 12 Tf 100 700 Td (Text) Tj ET")]
    [InlineData("/MediaBox[-100 -100 495 742]", "BT /F1 12 Tf 100 700 Td (Text) Tj ET")]
    [InlineData("/MediaBox[0 0 595 842]", "2 0 0 2 10 10 cm BT /F1 12 Tf 50 300 Td (Text) Tj ET")]
    [InlineData("/MediaBox[0 0 595 842]", "q 2 0 0 2 10 10 cm BT /F1 12 Tf 50 300 Td (Text) Tj ET Q")]
    [InlineData("/MediaBox[0 0 595 842]", "BT 3 Tr 50 Tz 10 Tc /F1 12 Tf 50 300 Td (Text) Tj ET")]
    public async Task SignedCopy_UnusualPage_SignatureIsWhereAViewerSeesTheBox(string page, string content)
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(pdf: TestPdf.Raw(page, content));

        byte[] copy = await service.DownloadAsync(signed);
        AssertInside(TestPdf.PlaceOf(copy, 1, "Anna"), x: 100, y: 600);
        Assert.Contains("Anna Example", TestPdf.WordsOf(copy, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedCopy_Marker_SignatureIsAtTheText()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        JsonObject field = descriptor.FirstField();
        foreach (string name in new[] { "pagenbr", "posX", "posY", "width", "height" })
        {
            field.Remove(name);
        }

        field["marker"] = "#SIGN ANNA#";
        byte[] pdf = TestPdf.WithPages("Nothing here", "Please sign here: #SIGN ANNA# thank you");

        (_, string signed) = await service.SignedByAnnaAsync(descriptor, pdf: pdf);

        byte[] copy = await service.DownloadAsync(signed);
        (double x, double y) = TestPdf.PlaceOf(pdf, 2, "#SIGN");
        AssertInside(TestPdf.PlaceOf(copy, 2, "Anna"), x, y);
        Assert.DoesNotContain("Anna", TestPdf.WordsOf(copy, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eid", "eID")]
    [InlineData("itsme", "Itsme")]
    public async Task SignedCopy_X509Signature_IsALetterAtTheBoxAndDetailsOnAnAddedPage(string method, string label)
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns(method));

        byte[] copy = await service.DownloadAsync(signed);
        Assert.Equal(2, TestPdf.PageCount(copy));
        AssertInside(TestPdf.PlaceOf(copy, 1, "A"), x: 100, y: 600);
        Assert.DoesNotContain("Anna", TestPdf.WordsOf(copy, 1), StringComparison.Ordinal);
        Assert.Contains($"Anna Example acting as CEO signed with {label}", TestPdf.WordsOf(copy, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedCopy_PenAfterX509_GoesToTheAddedPageToo()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("itsme", "pen"));
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "itsme" });
        await service.SignAsync(links[Descriptors.Bert], new SigningScript { Method = "pen" });

        byte[] copy = await service.DownloadAsync(await service.SignedIdAsync(source));

        AssertInside(TestPdf.PlaceOf(copy, 1, "B"), x: 100, y: 600);
        Assert.Contains("Bert Example signed with Pen", TestPdf.WordsOf(copy, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedCopy_PenBeforeX509_StaysInItsBox()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("itsme", "pen"));
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "pen" });
        await service.SignAsync(links[Descriptors.Bert], new SigningScript { Method = "itsme" });

        byte[] copy = await service.DownloadAsync(await service.SignedIdAsync(source));

        AssertInside(TestPdf.PlaceOf(copy, 1, "Anna"), x: 100, y: 500);
        AssertInside(TestPdf.PlaceOf(copy, 1, "A"), x: 100, y: 600);
    }

    [Theory]
    [InlineData("Kováč Ľubomír", "Kovac Lubomir")]
    [InlineData("Łukasz Żółć", "Lukasz Zolc")]
    [InlineData("Γιώργος", "Giorgos")]
    [InlineData("Дмитрий", "Dmitrij")]
    [InlineData("Jean-François d'Été", "Jean-Francois d'Ete")]
    [InlineData("張偉", "[U+5F35][U+5049]")]
    [InlineData("A\u0301nna", "Anna")]
    public async Task SignedCopy_NameOutsideTheFont_IsReadable(string name, string drawn)
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor.FirstSigner()["name"] = name;

        (_, string signed) = await service.SignedByAnnaAsync(descriptor);

        Assert.Contains(drawn, TestPdf.WordsOf(await service.DownloadAsync(signed)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignedCopy_CompletedFields_AreInTheirBoxes()
    {
        await using TestService service = await TestService.StartAsync();
        var script = new SigningScript { Values = new Dictionary<string, string> { ["NOTE"] = "Remark\nof two lines" } };

        var descriptor = Descriptors.AnnaFillsIn(Descriptors.Field("TextArea", "NOTE", Descriptors.Anna));
        (_, string signed) = await service.SignedByAnnaAsync(descriptor, script);

        byte[] copy = await service.DownloadAsync(signed);
        AssertInside(TestPdf.PlaceOf(copy, 1, "Remark"), x: 100, y: 300, height: 20);
        AssertInside(TestPdf.PlaceOf(copy, 1, "of"), x: 100, y: 300, height: 20);
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 0)]
    public async Task SignedCopy_Checkbox_IsCrossedWhenTicked(string value, int lines)
    {
        await using TestService service = await TestService.StartAsync();
        var script = new SigningScript { Values = new Dictionary<string, string> { ["AGREE"] = value } };

        var descriptor = Descriptors.AnnaFillsIn(Descriptors.Field("Checkbox", "AGREE", Descriptors.Anna));
        (_, string signed) = await service.SignedByAnnaAsync(descriptor, script);

        using var document = UglyToad.PdfPig.PdfDocument.Open(await service.DownloadAsync(signed));
        var page = document.GetPage(1);
        int crossing = page.Paths.Count(path => path.GetBoundingRectangle() is { } box
            && Math.Abs(box.Left - 100) < 0.1 && Math.Abs(box.Top - (page.Height - 300)) < 0.1 && Math.Abs(box.Height - 20) < 0.1);
        Assert.Equal(lines, crossing);
    }

    [Fact]
    public async Task SignedCopy_SecondSigning_DoesNotRepeatTheFirst()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);
        await service.SignAsync(links[Descriptors.Bert]);

        string words = TestPdf.WordsOf(await service.DownloadAsync(await service.SignedIdAsync(source)));

        Assert.Single(words.Split(' '), word => word == "Anna");
    }

    private static void AssertInside((double X, double Y) place, double x, double y, double height = 50)
    {
        Assert.InRange(place.X, x, x + 150);
        Assert.InRange(place.Y, y, y + height);
    }
}
