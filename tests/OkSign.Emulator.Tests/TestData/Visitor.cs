using System.Net;
using System.Text;
using System.Text.Json;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Somebody who looks at the dashboard of an emulator, with what a browser would send.</summary>
internal sealed class Visitor(OkSignEmulator emulator) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <summary>What the page shows.</summary>
    public async Task<JsonElement> StateAsync()
    {
        Answer answer = await GetAsync("/_dashboard/state");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, Encoding.UTF8.GetString(answer.Body));
        return answer.Json;
    }

    public async Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Dashboard, path));
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response);
    }

    /// <summary>Begins to listen for events, and has heard the first one.</summary>
    public async Task<EventReader> ListenAsync()
    {
        Stream stream = await _http.GetStreamAsync(new Uri(emulator.Dashboard, "/_dashboard/events"), TestContext.Current.CancellationToken);
        var reader = new EventReader(stream);
        Assert.Equal("change", await reader.NextAsync());
        return reader;
    }

    public void Dispose() => _http.Dispose();
}
