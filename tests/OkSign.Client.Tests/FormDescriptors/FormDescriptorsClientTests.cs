namespace OkSign.Client.Tests;

public sealed class FormDescriptorsClientTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public FormDescriptorsClientTests() => _client = TestClient.Over(_network);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Upload_ValidDescriptor_GivesTheLinks()
    {
        _network.Answers(Sample.Ok("""[{ "id": "bt_1", "name": "Anna", "url": "https:\/\/sign.example\/s?t=1" }]"""));

        IReadOnlyList<SigningLink> links = await _client.FormDescriptors.UploadAsync(Sample.SourceId, SampleDescriptor.Valid, Cancel);

        SigningLink link = Assert.Single(links);
        Assert.Equal(("bt_1", "Anna", "https://sign.example/s?t=1"), (link.SignerId!.Value.Value, link.Name, link.Url.AbsoluteUri));
        Assert.Equal("application/json; charset=utf-8", _network.Requests[0].Headers["Content-Type"]);
        WireJson.AssertSame(WireJson.Write(SampleDescriptor.Valid, FormDescriptorsJson.Shared.FormDescriptor), _network.Requests[0].Text);
    }

    [Fact]
    public async Task Upload_BrokenDescriptor_SendsNothing()
    {
        await Assert.ThrowsAsync<OkSignInputException>(
            () => _client.FormDescriptors.UploadAsync(Sample.SourceId, SampleDescriptor.Valid with { Fields = [] }, Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Upload_NoDescriptor_IsRefused()
        => await Assert.ThrowsAsync<ArgumentNullException>("descriptor", () => _client.FormDescriptors.UploadAsync(Sample.SourceId, null!, Cancel));

    [Fact]
    public async Task Upload_DefaultId_IsRefused()
        => await Assert.ThrowsAsync<ArgumentException>("document", () => _client.FormDescriptors.UploadAsync(default, SampleDescriptor.Valid, Cancel));

    [Fact]
    public async Task Retrieve_DefaultId_IsRefused()
        => await Assert.ThrowsAsync<ArgumentException>("document", () => _client.FormDescriptors.RetrieveAsync(default, Cancel));

    [Fact]
    public async Task Retrieve_Descriptor_GivesItWithTheLinks()
    {
        _network.Answers(Sample.Ok("""{ "fields": [], "signersinfo": [{ "id": "bt_1", "url": "https://sign.example/s" }] }"""));

        FormDescriptor descriptor = await _client.FormDescriptors.RetrieveAsync(Sample.SourceId, Cancel);

        Assert.Equal("https://sign.example/s", Assert.Single(descriptor.Signers).SigningUrl!.AbsoluteUri);
    }
}
