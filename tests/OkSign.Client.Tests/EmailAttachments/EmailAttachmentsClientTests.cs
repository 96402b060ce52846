using System.Net;

namespace OkSign.Client.Tests;

public sealed class EmailAttachmentsClientTests : IDisposable
{
    private static readonly byte[] Picture = Sample.Pattern(5000);

    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public EmailAttachmentsClientTests() => _client = TestClient.Over(_network, configure: static options => options.MaxDocumentSize = 10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Theory]
    [InlineData("Übersicht.png", "Ubersicht.png", "image/png")]
    [InlineData("Tabelle.XLSX", "Tabelle.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("notes", "notes", "application/octet-stream")]
    [InlineData("Módel.dwg", "Model.dwg", "application/octet-stream")]
    public async Task Upload_FileOfAnyTypeAndSize_SendsItWithItsType(string name, string sentName, string mediaType)
    {
        _network.Answers(Sample.Ok("\"a-1\""));

        EmailAttachmentId id = await _client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Picture, name), Cancel);

        SentRequest request = Assert.Single(_network.Requests);
        Assert.Equal("a-1", id.Value);
        Assert.Equal(sentName, request.Headers["x-oksign-filename"]);
        Assert.Equal(mediaType, request.Headers["Content-Type"]);
        Assert.Equal("5000", request.Headers["Content-Length"]);
        Assert.Equal(Picture, request.Body);
    }

    [Fact]
    public async Task Upload_ServerFails_IsNotRepeated()
    {
        _network.Answers(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _client.EmailAttachments.UploadAsync(Sample.File(), Cancel));

        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Upload_StreamThatIsUsedUp_SendsNothingMore()
    {
        _network.Answers(Sample.Ok("\"a-1\""));
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Picture), "a.png", Picture.Length);
        await _client.EmailAttachments.UploadAsync(file, Cancel);

        await Assert.ThrowsAsync<ArgumentException>("file", () => _client.EmailAttachments.UploadAsync(file, Cancel));

        Assert.Equal(Picture, Assert.Single(_network.Requests).Body);
    }

    [Fact]
    public async Task Upload_NoFile_IsRefused()
        => await Assert.ThrowsAsync<ArgumentNullException>("file", () => _client.EmailAttachments.UploadAsync(null!, Cancel));

    [Fact]
    public async Task Remove_DefaultId_IsRefused()
        => await Assert.ThrowsAsync<ArgumentException>("attachment", () => _client.EmailAttachments.RemoveAsync(default, Cancel));

    [Fact]
    public async Task Remove_Attachment_NamesItInTheHeader()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.EmailAttachments.RemoveAsync(new EmailAttachmentId("a-1"), Cancel);

        SentRequest request = Assert.Single(_network.Requests);
        Assert.Equal((HttpMethod.Delete, "a-1"), (request.Method, request.Headers["x-oksign-docid"]));
    }
}
