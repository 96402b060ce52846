namespace OkSign.Client.Tests;

public sealed class DocumentsClientTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public DocumentsClientTests() => _client = TestClient.Over(_network, configure: static options => options.MaxDocumentSize = 1000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Upload_File_SendsItAndGivesTheId()
    {
        _network.Answers(Sample.Ok($"\"{Sample.SourceIdText}\""));

        SourceDocumentId id = await _client.Documents.UploadAsync(OkSignFile.FromBytes(Sample.Pdf(1000), "Überlassung – 2026.pdf"), Cancel);

        SentRequest request = Assert.Single(_network.Requests);
        Assert.Equal(Sample.SourceId, id);
        Assert.Equal("Uberlassung - 2026.pdf", request.Headers["x-oksign-filename"]);
        Assert.Equal("application/pdf", request.Headers["Content-Type"]);
        Assert.Equal("1000", request.Headers["Content-Length"]);
        Assert.Equal(Sample.Pdf(1000), request.Body);
    }

    [Fact]
    public async Task Upload_FileAboveTheLimit_SendsNothing()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>("file", () => _client.Documents.UploadAsync(Sample.File(1001), Cancel));

        Assert.Contains("1001 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData("notes.txt", "neither a PDF nor a Word document")]
    [InlineData("notes.pdf", "neither a PDF nor a Word document")]
    [InlineData("photo.png", "neither a PDF nor a Word document")]
    public async Task Upload_NoDocument_SendsNothing(string name, string problem)
    {
        OkSignFile file = OkSignFile.FromBytes("Hello"u8.ToArray(), name);

        var exception = await Assert.ThrowsAsync<ArgumentException>("file", () => _client.Documents.UploadAsync(file, Cancel));

        Assert.Contains($"{name} is {problem}", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData("sheet.xlsx", "its name must end in .docx")]
    [InlineData("contract.pdf", "its content is that of a .docx file")]
    public async Task Upload_ContentOfAnotherType_SendsNothing(string name, string problem)
    {
        OkSignFile file = OkSignFile.FromBytes(Sample.Docx(), name);

        var exception = await Assert.ThrowsAsync<ArgumentException>("file", () => _client.Documents.UploadAsync(file, Cancel));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Upload_ForwardOnlyStreamTwice_SendsItOnce()
    {
        _network.Answers(Sample.Ok($"\"{Sample.SourceIdText}\""));
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf()), "a.pdf", 200);
        await _client.Documents.UploadAsync(file, Cancel);

        await Assert.ThrowsAsync<ArgumentException>("file", () => _client.Documents.UploadAsync(file, Cancel));

        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Upload_FileThatChangedItsLength_IsAChildOfTheFamily()
    {
        var file = OkSignFile.FromStream(new ScriptedStream().Gives(Sample.Pdf(300)), "a.pdf", 200);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Documents.UploadAsync(file, Cancel));

        Assert.IsType<IOException>(exception.GetBaseException());
    }

    [Fact]
    public async Task Upload_NoFile_IsRefused()
        => await Assert.ThrowsAsync<ArgumentNullException>("file", () => _client.Documents.UploadAsync(null!, Cancel));

    [Theory]
    [InlineData("Document does not exist")]
    [InlineData("document doesn't exist")]
    [InlineData("DOCUMENT NOT FOUND")]
    [InlineData("The document could not be found.")]
    [InlineData("No such document")]
    public async Task Exists_NotFound_IsNull(string reason)
    {
        _network.Answers(Sample.Failed($"\"{reason}\""));

        Assert.Null(await _client.Documents.ExistsAsync(Sample.SourceId, Cancel));
    }

    [Theory]
    [InlineData("", typeof(OkSignRejectedException))]
    [InlineData("Marker #X# not found", typeof(OkSignRejectedException))]
    [InlineData("Organizational token not found", typeof(OkSignAuthenticationException))]
    [InlineData("Account number does not exist", typeof(OkSignAuthenticationException))]
    public async Task Exists_OtherFailure_IsNotTakenForAbsence(string reason, Type expected)
    {
        _network.Answers(Sample.Failed($"\"{reason}\""));

        Assert.IsType(expected, await Assert.ThrowsAnyAsync<OkSignException>(() => _client.Documents.ExistsAsync(Sample.SourceId, Cancel)));
    }

    [Fact]
    public async Task AnyCall_DefaultId_SendsNothing()
    {
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.ExistsAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.RetrieveAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.RemoveAsync(default(SourceDocumentId), Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.RetrieveLinkedAsync(default(SignedDocumentId), Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Metadata.RetrieveAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Metadata.RetrieveV1Async(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.AuditTrail.RetrieveAsync(default, Cancel));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task ListSigned_Window_IsRoundedOutwards()
    {
        _network.Answers(Sample.Ok("[]"));

        await _client.Documents.ListSignedAsync(Noon.AddMilliseconds(900), Noon.AddMinutes(5).AddMilliseconds(100), Cancel);

        Assert.Equal("2026-03-01T12:00:00+00:00", _network.Requests[0].Headers["x-oksign-starttime"]);
        Assert.Equal("2026-03-01T12:05:01+00:00", _network.Requests[0].Headers["x-oksign-endtime"]);
    }

    [Fact]
    public async Task ListSigned_WindowOfNoLength_IsSent()
    {
        _network.Answers(Sample.Ok("\"\""));

        Assert.Empty(await _client.Documents.ListSignedAsync(Noon, Noon.ToOffset(TimeSpan.FromHours(2)), Cancel));
    }

    [Fact]
    public async Task ListSigned_WindowThatEndsBeforeItStarts_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>("until", () => _client.Documents.ListSignedAsync(Noon, Noon.AddTicks(-1), Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task List_TooManyCallsWithoutHint_IsLeftToTheCaller()
    {
        var clock = new TestClock();
        using var network = new StubNetwork().AnswersTimes(8, System.Net.HttpStatusCode.TooManyRequests);
        using OkSignClient client = TestClient.Over(network, clock);

        var active = await Assert.ThrowsAsync<OkSignRateLimitException>(() => clock.RunAsync(client.Documents.ListActiveAsync(Cancel)));
        var signed = await Assert.ThrowsAsync<OkSignRateLimitException>(() => clock.RunAsync(client.Documents.ListSignedAsync(Noon, Noon, Cancel)));

        Assert.Equal((1, 1), (active.Attempts, signed.Attempts));
    }

    [Fact]
    public async Task ListActive_Rows_AreGiven()
    {
        _network.Answers(Sample.Ok(
            """
            [
              { "docid": "a-1", "filename": "a.pdf", "creator": "me", "createdate": "2026-03-01T12:00:00Z", "status": "1", "reusable": "", "viaapi": 1,
                "orgtoken": "label", "signed_docid": "" },
              { "docid": "a-2", "status": 12, "signed_docid": "s-2" }
            ]
            """));

        IReadOnlyList<ActiveDocument> rows = await _client.Documents.ListActiveAsync(Cancel);

        Assert.Equal(["a-1", "a-2"], rows.Select(static row => row.Id!.Value.Value));
        Assert.Equal([DocumentStatus.Active, DocumentStatus.Reusable], rows.Select(static row => row.Status!.Value));
        Assert.Null(rows[0].IsReusable);
        Assert.True(rows[0].IsUploadedThroughApi);
        Assert.Null(rows[0].SignedDocumentId);
        Assert.Equal("s-2", rows[1].SignedDocumentId!.Value.Value);
    }

    [Fact]
    public async Task RetrieveV1_Metadata_IsAsTheServiceGivesIt()
    {
        _network.Answers(Sample.Ok("""{ "any": [1, "two"] }"""));

        var metadata = await _client.Metadata.RetrieveV1Async(Sample.SignedId, Cancel);

        Assert.Equal("two", metadata.GetProperty("any")[1].GetString());
    }

    [Fact]
    public async Task RetrieveMetadata_Fields_AreGiven()
    {
        _network.Answers(Sample.Ok("""{ "filename": "a.pdf", "size": "132 KB", "fields": [{ "name": "CITY", "metadata": { "value": "Gent" } }] }"""));

        DocumentMetadata metadata = await _client.Metadata.RetrieveAsync(Sample.SignedId, Cancel);

        Assert.Equal("Gent", Assert.Single(metadata.Fields).Value!.Text);
        Assert.Equal("132 KB", metadata.Size);
    }
}
