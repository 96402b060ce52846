using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>The OKdokument side of an emulator of its own for a test, with a clock that stands still.</summary>
internal sealed class DokumentService : IAsyncDisposable
{
    public const string RequestId = "3f0c8a52-6d1e-4c1b-9a75-5b1b0f6f2d10";
    public const string OtherRequestId = "8b0b4e0f-2f0a-4f2b-8a53-0a0e3d7a9c11";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private DokumentService(OkSignEmulator emulator, FakeTimeProvider time) => (Emulator, Time) = (emulator, time);

    public OkSignEmulator Emulator { get; }

    public EmulatedOkDokument Service => Emulator.OkDokument;

    /// <summary>Starts at 2026-03-02T08:15:04Z, which is 09:15:04 in Bratislava.</summary>
    public FakeTimeProvider Time { get; }

    public static async Task<DokumentService> StartAsync(Action<OkDokumentEmulatorOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 15, 4, TimeSpan.Zero));
        var options = new OkSignEmulatorOptions { TimeProvider = time };
        configure?.Invoke(options.OkDokument);
        return new DokumentService(await OkSignEmulator.StartAsync(options, TestContext.Current.CancellationToken), time);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>A signature request on a new file.</summary>
    public static JsonObject NewRequest(byte[]? pdf = null, string? state = null, string? fileName = "lease.pdf", string? id = null)
    {
        var file = new JsonObject { ["content"] = Convert.ToBase64String(pdf ?? TestPdf.OnePage()) };
        Set(file, "filename", fileName);
        Set(file, "state", state);
        var request = new JsonObject { ["filedata"] = file };
        Set(request, "signatureRequestId", id);
        return request;
    }

    /// <summary>A signature request on a stored document.</summary>
    public static JsonObject NextRound(string documentId, bool changeState = true)
    {
        var request = new JsonObject { ["id"] = documentId };
        Set(request, "changeState", changeState ? "tosign" : null);
        return request;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, JsonNode json) => SendAsync(HttpMethod.Post, path, Json(json.ToJsonString()));

    public Task<Answer> PatchAsync(JsonNode json) => SendAsync(HttpMethod.Patch, "JSON/signatureRequest", Json(json.ToJsonString()));

    public Task<Answer> TryCreateAsync(JsonObject request) => PostAsync("JSON/signatureRequest", request);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? key = "right")
    {
        using var request = new HttpRequestMessage(method, new Uri(Service.BaseAddress, path)) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key == "right" ? Service.ApiKey : key);
        }

        HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response);
    }

    /// <summary>Submits what a page's form would.</summary>
    public async Task<Answer> PostFormAsync(Uri page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(HttpMethod.Post, page.AbsoluteUri, form, key: null);
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static MultipartFormDataContent Multipart(string json, byte[]? file = null, string fileName = "lease.pdf", string jsonPart = "dataText")
    {
        var content = new MultipartFormDataContent { { new StringContent(json), jsonPart } };
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(part, "file", fileName);
        }

        return content;
    }

    public async Task<Registered> CreateAsync(JsonObject? request = null)
    {
        Answer answer = await TryCreateAsync(request ?? NewRequest());
        Assert.True(answer.StatusCode == HttpStatusCode.OK, Encoding.UTF8.GetString(answer.Body));
        return new Registered(
            answer.Json.GetProperty("result").GetString()!,
            new Uri(answer.Json.GetProperty("url").GetString()!),
            answer.Json.GetProperty("documentId").GetString()!);
    }

    public Task<Uri?> SignAsync(Registered registered, DocumentSigningScript? script = null)
        => Service.Signer(registered.Url).SignAsync(script, TestContext.Current.CancellationToken);

    public Task<Uri?> CancelAsync(Registered registered, DocumentSigningScript? script = null)
        => Service.Signer(registered.Url).CancelAsync(script, TestContext.Current.CancellationToken);

    public async Task<EmulatedSigningException> RefusedAsync(Registered registered, DocumentSigningScript? script = null)
        => await Assert.ThrowsAsync<EmulatedSigningException>(() => SignAsync(registered, script));

    public Task DeliveredAsync() => Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

    public async Task<string> StateAsync(string documentId)
        => (await GetAsync($"JSON/document/metadata/{documentId}")).Json.GetProperty("state").GetString()!;

    public async Task<byte[]> DownloadAsync(string documentId)
    {
        Answer answer = await GetAsync($"JSON/document/{documentId}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Body;
    }

    public async Task<string> WordsAsync(string documentId) => TestPdf.WordsOf(await DownloadAsync(documentId));

    /// <summary>The address of the page behind a signing URL.</summary>
    public async Task<Uri> ViewerAsync(Registered registered)
    {
        Answer answer = await SendAsync(HttpMethod.Get, registered.Url.AbsoluteUri, key: null);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Response.Headers.Location!;
    }

    public async Task<string> PageAsync(Uri page)
        => Encoding.UTF8.GetString((await SendAsync(HttpMethod.Get, page.AbsoluteUri, key: null)).Body);

    /// <summary>A counter by its group and the key without the account's name.</summary>
    public async Task<string> CounterAsync(string group, string key)
        => (await GetAsync("JSON/counter")).Json.GetProperty(group).GetProperty(key).GetString()!;

    public static void AssertRefused(Answer answer, HttpStatusCode status, string message, string? value = null)
    {
        string body = Encoding.UTF8.GetString(answer.Body);
        Assert.True(status == answer.StatusCode, body);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(message, answer.Json.GetProperty("message").GetString());
        if (value is not null)
        {
            Assert.Contains(value, answer.Json.GetProperty("value").GetString(), StringComparison.Ordinal);
        }
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
