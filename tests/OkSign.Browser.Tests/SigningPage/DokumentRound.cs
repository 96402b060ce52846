using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator;

namespace OkSign.Browser.Tests.SigningPage;

/// <summary>A signing round of OKdokument, made without the client, which refuses odd names.</summary>
internal sealed record DokumentRound(OkSignEmulator Emulator, string SigningUrl, string DocumentId)
{
    public static async Task<DokumentRound> CreateAsync(OkSignEmulator emulator, byte[] pdf, JsonObject rules, string fileName = "Lease.pdf")
    {
        var file = new JsonObject { ["content"] = Convert.ToBase64String(pdf), ["filename"] = fileName, ["state"] = "tosign" };
        using HttpClient http = ClientOf(emulator);
        using HttpResponseMessage answer = await http.PostAsJsonAsync(
            "JSON/signatureRequest", new JsonObject { ["filedata"] = file, ["rules"] = rules }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        JsonElement created = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return new DokumentRound(emulator, created.GetProperty("url").GetString()!, created.GetProperty("documentId").GetString()!);
    }

    public async Task<byte[]> DownloadAsync()
    {
        using HttpClient http = ClientOf(Emulator);
        return await http.GetByteArrayAsync(new Uri($"JSON/document/{DocumentId}", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static HttpClient ClientOf(OkSignEmulator emulator)
    {
        var http = new HttpClient { BaseAddress = emulator.OkDokument.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", emulator.OkDokument.ApiKey);
        return http;
    }
}
