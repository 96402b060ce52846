using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Notifications;

public class EmailAttachmentTests
{
    [Theory]
    [InlineData("terms.txt", "text/plain")]
    [InlineData("sheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("no extension", null)]
    public async Task Upload_AnyKindOfFile_AnswersAnId(string fileName, string? mediaType)
    {
        await using TestService service = await TestService.StartAsync();

        string id = (await TryUploadAsync(service, [1, 2, 3], fileName, mediaType)).Ok.GetString()!;

        Assert.Matches("^[0-9]{6}-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", id);
    }

    [Theory]
    [InlineData(100, "OK")]
    [InlineData(101, "FAILED")]
    public async Task Upload_Size_IsLimited(int size, string status)
    {
        await using TestService service = await TestService.StartAsync(options => options.MaxAttachmentSize = 100);

        Assert.Equal(status, (await TryUploadAsync(service, new byte[size], "a.bin")).Status);
    }

    [Fact]
    public void Options_DefaultLimit_IsTenMegabytes()
        => Assert.Equal(10 * 1024 * 1024, new OkSignEmulatorOptions().MaxAttachmentSize);

    [Theory]
    [InlineData(0, "a.txt", "The file is empty")]
    [InlineData(1, null, "x-oksign-filename is missing")]
    [InlineData(1, "a/b.txt", "must not have a path")]
    public async Task Upload_Problem_IsTold(int size, string? fileName, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await TryUploadAsync(service, new byte[size], fileName);

        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_NonAsciiFileName_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator,
            RawHttp.Head(service.Emulator, "POST", "v1/emailattachment/upload")
            + "x-oksign-filename: \u00DCber.txt\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("US-ASCII", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-oksign-docid")]
    [InlineData("x-oksign-attachmentid")]
    public async Task Remove_ByEitherHeader_MakesItUnknown(string header)
    {
        await using TestService service = await TestService.StartAsync();
        string id = await UploadedAsync(service);

        Answer removed = await RemoveAsync(service, (header, id));
        Answer again = await RemoveAsync(service, (header, id));

        Assert.Equal("OK", removed.Status);
        Assert.Equal("Attachment does not exist", again.Problems);
        string docid = await service.UploadAsync();
        Assert.Contains("is not an uploaded attachment", (await service.TryDescribeAsync(docid, Attaching(id))).Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_BothHeaders_MustAgree()
    {
        await using TestService service = await TestService.StartAsync();
        string id = await UploadedAsync(service);

        Answer different = await RemoveAsync(service, ("x-oksign-docid", "other"), ("x-oksign-attachmentid", id));
        Answer same = await RemoveAsync(service, ("x-oksign-docid", id), ("x-oksign-attachmentid", id));

        Assert.Contains("different attachments", different.Problems, StringComparison.Ordinal);
        Assert.Equal("OK", same.Status);
    }

    [Fact]
    public async Task Remove_NoHeader_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Contains("x-oksign-docid is missing", (await RemoveAsync(service)).Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_AMessageIsStillToCome_GoesWithoutIt()
    {
        await using TestService service = await TestService.StartAsync();
        string gone = await UploadedAsync(service, "gone.txt");
        string kept = await UploadedAsync(service, "kept.txt");
        JsonObject descriptor = Attaching(gone, kept);
        descriptor["notifications"]!["smtp"]!["repeat"] = 1;
        await service.DescribedAsync(descriptor);
        service.Time.Advance(TimeSpan.FromHours(1));

        await RemoveAsync(service, ("x-oksign-attachmentid", gone));
        service.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(
            ["gone.txt kept.txt", "kept.txt"],
            service.Emulator.Messages.Select(message => string.Join(' ', message.Attachments.Select(attachment => attachment.FileName))));
    }

    internal static async Task<string> UploadedAsync(TestService service, string fileName = "terms.txt")
        => (await TryUploadAsync(service, [1], fileName)).Ok.GetString()!;

    private static Task<Answer> TryUploadAsync(TestService service, byte[] file, string? fileName, string? mediaType = "text/plain")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        (string, string)[] headers = fileName is null ? [] : [("x-oksign-filename", fileName)];
        return service.SendAsync(HttpMethod.Post, "v1/emailattachment/upload", null, content, headers);
    }

    private static Task<Answer> RemoveAsync(TestService service, params (string, string)[] headers)
        => service.SendAsync(HttpMethod.Delete, "v1/emailattachment/remove", null, null, headers);

    private static JsonObject Attaching(params string[] ids)
    {
        JsonObject notifications = Notices.Mail(Descriptors.Anna);
        notifications["smtp"]!["attachments"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]);
        return Descriptors.AnnaSigns().With(notifications);
    }
}
