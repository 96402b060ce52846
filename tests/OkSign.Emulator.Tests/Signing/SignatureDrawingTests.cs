using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace OkSign.Emulator.Tests.Signing;

public class SignatureDrawingTests
{
    private static readonly SignaturePoint[] Wave = [new(10, 50), new(60, 10), new(110, 90), new(160, 10), new(190, 50)];

    [Fact]
    public async Task Drawing_OnTheField_IsDrawnInsideOfItWithTheFactsBelow()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("pen"), new SigningScript { Drawing = Drawing(Wave) });

        byte[] pdf = await service.DownloadAsync(signed);
        Assert.Contains("signed with Pen", TestPdf.WordsOf(pdf), StringComparison.Ordinal);
        PdfRectangle drawn = CurvesOf(pdf, page: 1);

        // The field is 150 x 50 at (100, 600) from the top left corner.
        Assert.InRange(drawn.Left, 100, 250);
        Assert.InRange(drawn.Right, 100, 250);
        Assert.InRange(drawn.Top, 842 - 650, 842 - 600);
        Assert.InRange(drawn.Bottom, 842 - 650 + 15, 842 - 600);
        (_, double factsTop) = TestPdf.PlaceOf(pdf, page: 1, "Anna");
        Assert.True(factsTop > 842 - drawn.Bottom, "The facts stand below the drawing.");
    }

    [Fact]
    public async Task Drawing_KeepsItsShape()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(
            Descriptors.AnnaSigns("pen"), new SigningScript { Drawing = Drawing([new(0, 0), new(100, 0), new(100, 100), new(0, 100), new(0, 0)]) });

        PdfRectangle drawn = CurvesOf(await service.DownloadAsync(signed), page: 1);
        Assert.Equal(drawn.Width, drawn.Height, tolerance: 0.1);
    }

    [Fact]
    public async Task Drawing_AfterASignatureWithACertificate_StandsOnTheAddedPage()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("eid", "pen"));
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "eid" });

        await service.SignAsync(links[Descriptors.Bert], new SigningScript { Method = "pen", Drawing = Drawing(Wave) });

        byte[] pdf = await service.DownloadAsync(await service.SignedIdAsync(source));
        Assert.Equal(2, TestPdf.PageCount(pdf));
        Assert.NotEqual(default, CurvesOf(pdf, page: 2));
        Assert.Equal(default, CurvesOf(pdf, page: 1));
    }

    [Fact]
    public async Task Drawing_ASingleDot_IsDrawn()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("pen"), new SigningScript { Drawing = Drawing([new(5, 5)]) });

        Assert.True(TestPdf.HasLinesIn(await service.DownloadAsync(signed), page: 1, left: 100, bottom: 192, right: 250, top: 242));
    }

    [Fact]
    public async Task Typed_OnTheField_IsWrittenThere()
    {
        await using TestService service = await TestService.StartAsync();

        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("pen"), new SigningScript { TypedSignature = " A. Exámple " });

        byte[] pdf = await service.DownloadAsync(signed);
        Assert.Contains("A. Example", TestPdf.WordsOf(pdf), StringComparison.Ordinal);
        (double x, double y) = TestPdf.PlaceOf(pdf, page: 1, "A.");
        Assert.InRange(x, 100, 250);
        Assert.InRange(y, 600, 650);
    }

    [Fact]
    public async Task PostedScript_WithADrawing_IsFollowed()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        Answer answer = await service.PostJsonAsync(
            link.AbsolutePath, "", """{"drawing": {"width": 200, "height": 100, "strokes": [[10, 50, 60, 10, 110, 90, 160, 10], [5, 5]]}}""");

        byte[] pdf = await service.DownloadAsync(answer.Ok.GetProperty("signed_docid").GetString()!);
        Assert.NotEqual(default, CurvesOf(pdf, page: 1));
    }

    [Theory]
    [InlineData("""{"width": 200, "height": 100}""", "drawing.width, height and strokes are needed")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[1]]}""", "drawing.strokes must be arrays of numbers")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[1, "2"]]}""", "drawing.strokes must be arrays of numbers")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [1]}""", "drawing.strokes must be arrays of numbers")]
    [InlineData("""{"width": 200, "height": 100, "strokes": []}""", "The drawn signature is empty")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[1, 2], []]}""", "A stroke of the drawn signature has no points")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[1, 101]]}""", "The drawn signature leaves its surface")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[-1, 1]]}""", "The drawn signature leaves its surface")]
    [InlineData("""{"width": 200, "height": 100, "strokes": [[1e400, 1]]}""", "drawing.strokes must be arrays of numbers")]
    [InlineData("""{"width": 0, "height": 100, "strokes": [[0, 1]]}""", "more than 0 and at most 10000 wide and high")]
    [InlineData("""{"width": 200, "height": 10001, "strokes": [[0, 1]]}""", "more than 0 and at most 10000 wide and high")]
    public async Task PostedScript_WithABadDrawing_IsRefusedAndSignsNothing(string drawing, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        using var form = new FormUrlEncodedContent([new("drawing", drawing)]);

        Answer json = await service.PostJsonAsync(link.AbsolutePath, "", new JsonObject { ["drawing"] = JsonNode.Parse(drawing) }.ToJsonString());
        Answer page = await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);

        Assert.Contains(problem, json.Problems, StringComparison.Ordinal);
        Assert.Contains(problem, System.Text.Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
        Assert.False((await service.GetAsync("v1/linkedlist/retrieve", source)).Ok.TryGetProperty("signed_docid", out _));
    }

    [Fact]
    public async Task Drawing_WithTooManyPoints_IsRefused()
    {
        var most = new SigningScript { Drawing = Drawing([.. Enumerable.Repeat(new SignaturePoint(1, 1), SignatureDrawing.MaxPoints)]) };
        var more = new SigningScript { Drawing = most.Drawing! with { Strokes = [.. most.Drawing.Strokes, [new(1, 1)]] } };
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link, more));
        await service.SignAsync(link, most);

        Assert.Equal("The drawn signature has 5001 points; at most 5000 are allowed.", error.Message);
    }

    [Theory]
    [InlineData(" ", "is empty")]
    [InlineData("a\nb", "must be one line")]
    [InlineData(null, "longer than 100 characters")]
    public async Task Typed_ThatCannotBePlaced_IsRefused(string? typed, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(link, new SigningScript { TypedSignature = typed ?? new string('x', 101) }));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DrawnAndTyped_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(link, new SigningScript { Drawing = Drawing(Wave), TypedSignature = "Anna" }));
    }

    private static SignatureDrawing Drawing(params SignaturePoint[] stroke) => new() { Width = 200, Height = 100, Strokes = [stroke] };

    /// <summary>The box around all curves of a page; nothing else there is made of curves.</summary>
    private static PdfRectangle CurvesOf(byte[] pdf, int page)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        PdfRectangle[] boxes = [.. document.GetPage(page).Paths
            .Where(path => path.Any(part => part.Commands.Any(command => command is PdfSubpath.CubicBezierCurve)))
            .Select(path => path.GetBoundingRectangle()!.Value)];
        return boxes.Length == 0 ? default : new PdfRectangle(
            boxes.Min(box => box.Left), boxes.Min(box => box.Bottom), boxes.Max(box => box.Right), boxes.Max(box => box.Top));
    }
}
