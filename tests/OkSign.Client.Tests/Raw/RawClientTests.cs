using System.Net;
using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests.Raw;

public sealed class RawClientTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkSignClient _client;

    public RawClientTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Send_FullRequest_ArrivesWithCredentialsAndEscapedParts()
    {
        _network.Answers("fine");
        var request = new RawRequest(HttpMethod.Post, "/v1/things/{name}/parts")
        {
            PathParameters = new Dictionary<string, string> { ["name"] = "a b/ü?" },
            Query = [new("q", "1&2"), new("q", "ü"), new("empty", "")],
            Headers = new Dictionary<string, string> { ["x-oksign-docid"] = Sample.SourceIdText, ["accept"] = "application/pdf" },
            Body = RawBody.Json("""{ "a": 1 }"""),
        };

        using RawResponse response = await _client.Raw.SendAsync(request, Cancel);

        SentRequest sent = Assert.Single(_network.Requests);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://service.example/rest/v1/things/a%20b%2F%C3%BC%3F/parts?q=1%262&q=%C3%BC&empty=", sent.Address.AbsoluteUri);
        Assert.Equal(Sample.KeyText, sent.Headers["x-oksign-authorization"]);
        Assert.Equal(Sample.SourceIdText, sent.Headers["x-oksign-docid"]);
        Assert.Equal("application/pdf", sent.Headers["accept"]);
        Assert.Equal("application/json; charset=utf-8", sent.Headers["content-type"]);
        Assert.Equal("""{ "a": 1 }""", sent.Text);
    }

    [Fact]
    public async Task Send_AnyAnswer_IsGivenAsItIs()
    {
        _network.Answers("[ 1, 2 ]", HttpStatusCode.Conflict);

        using RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(["application/json"], response.Headers["CONTENT-TYPE"]);
        Assert.Equal(2, (await response.ReadJsonAsync(Cancel)).GetArrayLength());
    }

    [Fact]
    public async Task Send_WithoutAccept_AcceptsJson()
    {
        _network.Answers("{}");

        using RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        Assert.Equal("application/json; charset=utf-8", _network.Requests[0].Headers["accept"]);
    }

    [Fact]
    public async Task Send_BytesWithAnotherContentType_HasTheHeader()
    {
        _network.Answers("{}");
        var request = new RawRequest(HttpMethod.Put, "/v1/x")
        {
            Body = RawBody.Bytes([1, 2, 3], "application/pdf"),
            Headers = new Dictionary<string, string> { ["Content-Type"] = "image/png" },
        };

        using RawResponse response = await _client.Raw.SendAsync(request, Cancel);

        Assert.Equal("image/png", _network.Requests[0].Headers["content-type"]);
        Assert.Equal([1, 2, 3], _network.Requests[0].Body);
    }

    [Fact]
    public async Task Send_TypedJson_IsWrittenByTheUsersContext()
    {
        _network.Answers("{}");
        var request = new RawRequest(HttpMethod.Post, "/v1/x") { Body = RawBody.Json(new CreditBalance { Quantity = 3 }, CreditsJson.Shared.CreditBalance) };

        using RawResponse response = await _client.Raw.SendAsync(request, Cancel);

        Assert.Equal("""{"quantity":3}""", _network.Requests[0].Text);
    }

    [Theory]
    [InlineData("GET", null, 2)]
    [InlineData("GET", false, 1)]
    [InlineData("POST", null, 1)]
    [InlineData("POST", true, 2)]
    public async Task Send_FailureThatPasses_IsRepeatedWhenItMayBe(string method, bool? isRepeatable, int requests)
    {
        _network.Answers(HttpStatusCode.BadGateway).Answers("{}");
        var request = new RawRequest(new HttpMethod(method), "/v1/x") { IsRepeatable = isRepeatable, Body = method == "POST" ? RawBody.Json("[1]") : null };

        using RawResponse response = await _clock.RunAsync(_client.Raw.SendAsync(request, Cancel));

        Assert.Equal(requests, _network.Requests.Count);
        Assert.All(_network.Requests, sent => Assert.Equal(method == "POST" ? "[1]" : "", sent.Text));
    }

    [Fact]
    public async Task Send_FileThatIsSaidToBeRepeatable_IsSentOnce()
    {
        _network.Answers(HttpStatusCode.BadGateway);
        var request = new RawRequest(HttpMethod.Post, "/v1/x") { IsRepeatable = true, Body = RawBody.File(Sample.File()) };

        using RawResponse response = await _client.Raw.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(Sample.Pdf(), Assert.Single(_network.Requests).Body);
        Assert.Equal("application/pdf", _network.Requests[0].Headers["content-type"]);
    }

    [Fact]
    public async Task Send_NoAnswer_ThrowsTheFamilyWithTheTemplateAsOperation()
    {
        _network.Fails(new HttpRequestException("gone"));
        var request = new RawRequest(HttpMethod.Post, "/v1/{x}") { PathParameters = new Dictionary<string, string> { ["x"] = "secret" } };

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _client.Raw.SendAsync(request, Cancel));

        Assert.Equal("POST /v1/{x}", exception.Operation);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_BodyThatBreaksOff_ThrowsTheFamilyWhileReading()
    {
        var body = new ScriptedStream().Gives("[1,"u8.ToArray()).Breaks(new IOException("reset"));
        _network.Answers(body);
        using RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        await Assert.ThrowsAsync<OkSignTransportException>(() => response.ReadJsonAsync(Cancel));
    }

    [Fact]
    public async Task ReadJson_NoJson_ThrowsJsonException()
    {
        _network.Answers("<html>");
        using RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        await Assert.ThrowsAnyAsync<JsonException>(() => response.ReadJsonAsync(Cancel));
    }

    [Fact]
    public async Task Dispose_OfAResponse_EndsTheTransfer()
    {
        _network.Answers("{}");
        RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        response.Dispose();

        Assert.True(Assert.Single(_network.Responses).IsDisposed);
    }

    [Fact]
    public async Task Read_Ok_GivesTheReason()
    {
        _network.Answers(Sample.Ok("""{ "a": [ 1 ] }"""));

        JsonElement reason = await _client.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        Assert.Equal(1, reason.GetProperty("a")[0].GetInt32());
    }

    [Fact]
    public async Task Read_OkWithoutAReason_GivesUndefined()
    {
        _network.Answers("""{ "status": "OK" }""");

        JsonElement reason = await _client.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        Assert.Equal(JsonValueKind.Undefined, reason.ValueKind);
    }

    [Fact]
    public async Task Read_Failed_ThrowsWithTheReasons()
    {
        _network.Answers(Sample.Failed("\"No.\""));

        OkSignRejectedException exception = await Assert.ThrowsAsync<OkSignRejectedException>(
            () => _client.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel));

        Assert.Equal(["No."], exception.Reasons);
    }

    [Theory]
    [InlineData("v1/x")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("/v1/../../x")]
    [InlineData("/v1/%2e%2E/x")]
    [InlineData("/v1/./x")]
    [InlineData("/v1/x?y=1")]
    [InlineData("/v1/x#y")]
    [InlineData("/v1/x y")]
    [InlineData("/v1/x\n")]
    [InlineData("/v1/ü")]
    [InlineData("/v1/{missing}")]
    public async Task Path_ThatMayLeadElsewhere_IsRefusedBeforeAnythingIsSent(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, path), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.Raw.ReadAsync(new RawRequest(HttpMethod.Get, path), Cancel));

        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task PathParameter_ThatMayLeadElsewhere_IsRefused(string value)
    {
        var request = new RawRequest(HttpMethod.Get, "/v1/{x}/y") { PathParameters = new Dictionary<string, string> { ["x"] = value } };

        await Assert.ThrowsAsync<ArgumentException>(() => _client.Raw.SendAsync(request, Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task PathParameter_WithoutAPlace_IsRefusedByName()
    {
        var request = new RawRequest(HttpMethod.Get, "/v1/x") { PathParameters = new Dictionary<string, string> { ["lost"] = "1" } };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => _client.Raw.SendAsync(request, Cancel));

        Assert.Contains("lost", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-oksign-authorization", "1;2;3")]
    [InlineData("HOST", "evil.example")]
    [InlineData("content-length", "1")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("content-type", "text/plain")]
    [InlineData("x y", "1")]
    [InlineData("", "1")]
    [InlineData("x-y", "1\r\nx-z: 2")]
    [InlineData("x-y", "ü")]
    public async Task Header_ThatCannotBeSent_IsRefusedBeforeAnythingIsSent(string name, string value)
    {
        var request = new RawRequest(HttpMethod.Get, "/v1/x") { Headers = new Dictionary<string, string> { [name] = value } };

        await Assert.ThrowsAsync<ArgumentException>(() => _client.Raw.SendAsync(request, Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public void JsonBody_NoJson_IsRefused() => Assert.ThrowsAny<JsonException>(() => RawBody.Json("{ a }"));

    [Fact]
    public void BytesBody_NoMediaType_IsRefused() => Assert.Throws<FormatException>(() => RawBody.Bytes([1], "what?"));

    [Fact]
    public void Request_ToString_ShowsNoValues()
    {
        var request = new RawRequest(HttpMethod.Get, "/v1/{x}")
        {
            PathParameters = new Dictionary<string, string> { ["x"] = "secret" },
            Query = [new("q", "secret")],
            Headers = new Dictionary<string, string> { ["x-y"] = "secret" },
        };

        Assert.Equal("GET /v1/{x}", request.ToString());
    }

    [Fact]
    public async Task Content_OfAResponse_IsTheBody()
    {
        _network.Answers("some text");
        using RawResponse response = await _client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/x"), Cancel);

        using var reader = new StreamReader(response.Content, Encoding.UTF8);
        Assert.Equal("some text", await reader.ReadToEndAsync(Cancel));
    }
}
