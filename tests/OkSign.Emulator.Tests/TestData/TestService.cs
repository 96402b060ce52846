using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>An emulator of its own for a test, with a clock that stands still, and a client that knows nothing but HTTP.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Doc = "application/msword";

    private HttpClient _http = NewClient();

    private TestService(OkSignEmulator emulator, FakeTimeProvider time) => (Emulator, Time) = (emulator, time);

    public OkSignEmulator Emulator { get; }

    /// <summary>Starts at 2026-03-01T09:00:00+01:00.</summary>
    public FakeTimeProvider Time { get; }

    public static async Task<TestService> StartAsync(Action<OkSignEmulatorOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test"));
        var options = new OkSignEmulatorOptions { TimeProvider = time };
        configure?.Invoke(options);
        return new TestService(await OkSignEmulator.StartAsync(options, TestContext.Current.CancellationToken), time);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    public Task<Answer> GetAsync(string path, string? docid = null, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Get, path, docid, null, headers);

    public Task<Answer> PostJsonAsync(string path, string docid, string json)
        => SendAsync(HttpMethod.Post, path, docid, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<Answer> PostAsync(string path, JsonNode json)
        => SendAsync(HttpMethod.Post, path, null, new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<Answer> DeleteAsync(string path, string docid) => SendAsync(HttpMethod.Delete, path, docid);

    public Task<Answer> SendJsonAsync(HttpMethod method, string path, JsonNode body, string? docid = null)
        => SendAsync(method, path, docid, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? docid = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = Request(method, path, docid, content, headers);
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response);
    }

    /// <summary>An answer of which only the headers have been read.</summary>
    public async Task<HttpResponseMessage> HeadersAsync(string path, string docid)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, path, docid);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Cancels the calls that are on their way, closes the connections, and begins with new ones.</summary>
    public void HangUp()
    {
        _http.Dispose();
        _http = NewClient();
    }

    public Task<Answer> TryUploadAsync(byte[] file, string? fileName = "contract.pdf", string? mediaType = Pdf)
    {
        var content = new ByteArrayContent(file);
        if (mediaType is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }

        (string, string)[] headers = fileName is null ? [] : [("x-oksign-filename", fileName)];
        return SendAsync(HttpMethod.Post, "v1/document/upload", null, content, headers);
    }

    public async Task<string> UploadAsync(byte[]? pdf = null) => (await TryUploadAsync(pdf ?? TestPdf.OnePage())).Ok.GetString()!;

    /// <summary>How many documents there are.</summary>
    public async Task<int> DocumentCountAsync()
        => (await GetAsync("v1/documents/active")).Ok is { ValueKind: JsonValueKind.Array } documents ? documents.GetArrayLength() : 0;

    public Task<Answer> TryDescribeAsync(string docid, JsonObject descriptor)
        => PostJsonAsync("v1/formdesc/upload", docid, descriptor.ToJsonString());

    /// <summary>Uploads a form descriptor and gives the signing links by signer id.</summary>
    public async Task<Dictionary<string, Uri>> DescribeAsync(string docid, JsonObject descriptor)
        => (await TryDescribeAsync(docid, descriptor)).Ok.EnumerateArray()
            .ToDictionary(signer => signer.GetProperty("id").GetString()!, signer => new Uri(signer.GetProperty("url").GetString()!));

    /// <summary>Uploads a document with a form descriptor.</summary>
    /// <returns>Its docid, and the signing links by signer id.</returns>
    public async Task<(string Docid, Dictionary<string, Uri> Links)> DescribedAsync(JsonObject descriptor)
    {
        string docid = await UploadAsync();
        return (docid, await DescribeAsync(docid, descriptor));
    }

    public Task SignAsync(Uri link, SigningScript? script = null)
        => Emulator.Signer(link).SignAsync(script, TestContext.Current.CancellationToken);

    /// <summary>Uploads a document that Anna signs at once.</summary>
    /// <returns>The docids of the source and of the signed copy.</returns>
    public async Task<(string Source, string Signed)> SignedByAnnaAsync(
        JsonObject? descriptor = null, SigningScript? script = null, byte[]? pdf = null)
    {
        string source = await UploadAsync(pdf);
        Dictionary<string, Uri> links = await DescribeAsync(source, descriptor ?? Descriptors.AnnaSigns("pen"));
        await SignAsync(links[Descriptors.Anna], script);
        return (source, await SignedIdAsync(source));
    }

    public async Task<string> SignedIdAsync(string source)
        => (await GetAsync("v1/linkedlist/retrieve", source)).Ok.GetProperty("signed_docid").GetString()!;

    public async Task<byte[]> DownloadAsync(string docid)
    {
        Answer answer = await GetAsync("v1/document/retrieve", docid);
        Assert.Equal(Pdf, answer.MediaType);
        return answer.Body;
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private HttpRequestMessage Request(
        HttpMethod method, string path, string? docid, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path)) { Content = content };
        request.Headers.Add("x-oksign-authorization", Emulator.Authorization);
        if (docid is not null)
        {
            request.Headers.TryAddWithoutValidation("x-oksign-docid", docid);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
