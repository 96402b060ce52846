using System.Text;

namespace OkSign.Client.Tests;

/// <summary>A request as it reached the network, with its body read.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The length is counted, and becomes a header, when it is asked for.
        _ = request.Content?.Headers.ContentLength;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> ofContent = request.Content is null ? [] : request.Content.Headers;
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(ofContent))
        {
            headers[name] = string.Join(", ", values);
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new SentRequest(request.Method, request.RequestUri!, headers, body);
    }
}
