using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client.Benchmarks;

/// <summary>
/// What a careful developer writes who needs just these calls: headers first, streams copied, source-generated JSON, the envelope checked.
/// No retries, no limits, no errors of its own.
/// </summary>
internal sealed class HandWrittenContender : IContender
{
    private readonly HttpClient _http;
    private readonly Lazy<Descriptor> _descriptor = new(CreateDescriptor);

    public HandWrittenContender(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("x-oksign-authorization", Contender.Key);
        _http.DefaultRequestHeaders.Add("accept", "application/json; charset=utf-8");
    }

    public async Task<int> ReadSmallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/users/retrieve");
        return (await SendAsync(request, HandWrittenJson.Default.Users)).Count;
    }

    public async Task<int> UploadDescriptorAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/formdesc/upload");
        request.Headers.Add("x-oksign-docid", CannedAnswers.IdOf(1));
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(_descriptor.Value, HandWrittenJson.Default.Descriptor));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return (await SendAsync(request, HandWrittenJson.Default.Links)).Count;
    }

    public async Task<int> ListAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/documents/active");
        return (await SendAsync(request, HandWrittenJson.Default.Documents)).Count;
    }

    public async Task<long> UploadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/document/upload");
        request.Headers.Add("x-oksign-filename", Path.GetFileName(path));
        request.Content = new StreamContent(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true), bufferSize: 64 * 1024);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return CannedAnswers.LengthOf(await SendAsync(request, HandWrittenJson.Default.Text));
    }

    public async Task DownloadAsync(long length, Stream target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/document/retrieve");
        request.Headers.Add("x-oksign-docid", CannedAnswers.IdOf(length));
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentType?.MediaType != "application/pdf")
        {
            throw new InvalidOperationException("No PDF came.");
        }

        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(target);
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<Envelope<T>> type)
    {
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(body, type) is { Status: "OK" } envelope
            ? envelope.Reason
            : throw new InvalidOperationException("The service refused the call.");
    }

    private static Descriptor CreateDescriptor()
    {
        const string Signer = "bt_00000000-0000-0000-0000-000000000001";
        return new Descriptor(
            "contract.pdf",
            IsReusable: false,
            [
                .. Enumerable.Range(1, 50).Select(static number => new DescriptorField(
                    "text",
                    $"FIELD_{number}",
                    Signer,
                    PageIndex: number / 10,
                    X: 100,
                    Y: 10 * number,
                    Width: 150,
                    Height: 50,
                    IsRequired: true,
                    $"Value {number}")),
            ],
            [new DescriptorSigner(Signer, "Anna Example", "anna@example.com")]);
    }
}
