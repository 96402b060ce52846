using System.Net;
using System.Security.Cryptography;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.AuditTrail;

public class AuditTrailTests
{
    [Fact]
    public async Task Retrieve_SignedDocument_TellsEverything()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        string source = await service.UploadAsync(pdf);
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("tan")))[Descriptors.Anna];
        await service.GetAsync(link.AbsolutePath);
        service.Time.Advance(TimeSpan.FromMinutes(7));
        await service.SignAsync(link, new SigningScript { IPAddress = IPAddress.Parse("203.0.113.9") });
        string signed = await service.SignedIdAsync(source);

        Answer answer = await service.GetAsync("v1/audittrail/retrieve", signed);

        Assert.Equal("application/pdf", answer.MediaType);
        string words = TestPdf.WordsOf(answer.Body);
        string[] expected =
        [
            "contract.pdf",
            source,
            signed,
            Convert.ToHexString(SHA256.HashData(pdf)),
            Convert.ToHexString(SHA256.HashData(await service.DownloadAsync(signed))),
            "Uploaded: 2026-03-01T09:00:00+01:00",
            "Anna Example",
            "anna@example.com",
            "Method: TAN",
            "Mobile: +32470000001",
            "Signed: 2026-03-01T09:07:00+01:00",
            "IP address: 203.0.113.9",
            "Document uploaded",
            "Form descriptor uploaded",
            "Signing link of Anna Example opened from 127.0.0.1",
            "Signed by Anna Example with TAN",
        ];
        Assert.All(expected, text => Assert.Contains(text, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retrieve_ManyEventsAndLongNames_AreWrappedOnSeveralPages()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor.FirstSigner()["name"] = string.Join(' ', Enumerable.Repeat("Longname", 40)) + new string('x', 300);
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];
        for (int visit = 0; visit < 30; visit++)
        {
            await service.GetAsync(link.AbsolutePath);
        }

        await service.SignAsync(link);
        Answer answer = await service.GetAsync("v1/audittrail/retrieve", await service.SignedIdAsync(source));

        Assert.True(TestPdf.PageCount(answer.Body) > 1);
        using var report = UglyToad.PdfPig.PdfDocument.Open(answer.Body);
        Assert.All(report.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Right, 0, 595));
        Assert.All(report.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Bottom, 0, 842));
    }

    [Fact]
    public async Task Retrieve_ReusableDocument_TellsOnlyOfItsOwnRound()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen", "tan");
        descriptor["reusable"] = true;
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, descriptor))[Descriptors.Anna];
        await service.SignAsync(link, new SigningScript { Method = "pen" });
        await service.SignAsync(link, new SigningScript { Method = "tan" });

        string words = TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", await service.SignedIdAsync(source))).Body);

        Assert.Contains("with TAN", words, StringComparison.Ordinal);
        Assert.DoesNotContain("with Pen", words, StringComparison.Ordinal);
    }
}
