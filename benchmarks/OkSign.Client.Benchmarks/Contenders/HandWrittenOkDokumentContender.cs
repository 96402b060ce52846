using System.Text.Json;

namespace OkSign.Client.Benchmarks;

/// <summary>What one writes who needs just this call. How the file becomes JSON is what careful and naive people do differently.</summary>
internal sealed class HandWrittenOkDokumentContender : IOkDokumentContender
{
    private readonly HttpClient _http;
    private readonly Func<string, HttpContent> _contentOf;

    public HandWrittenOkDokumentContender(Uri address, Func<string, HttpContent> contentOf)
    {
        _contentOf = contentOf;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("x-api-key", OkDokumentContender.Key);
    }

    public async Task<ReceivedFile> RegisterAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "JSON/signatureRequest") { Content = _contentOf(path) };
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(body, HandWrittenJson.Default.RegisteredRow) is { } registered
            ? ReceivedFile.Parse(registered.DocumentId)
            : throw new InvalidOperationException("The service answered nothing.");
    }

    public void Dispose() => _http.Dispose();
}
