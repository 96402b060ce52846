using System.Net;
using System.Text.Json;

namespace OkSign.Client;

/// <summary>The answer to a <see cref="RawRequest"/>, whatever it says. Nothing of its body is held in memory: dispose it.</summary>
public sealed class RawResponse : IDisposable
{
    private readonly HttpResponseMessage _response;

    internal RawResponse(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
        Headers = response.Headers
            .Concat(response.Content.Headers)
            .ToDictionary(static header => header.Key, static header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The status. A call that the service refuses may have 200 all the same.</summary>
    public HttpStatusCode StatusCode => _response.StatusCode;

    /// <summary>The headers, those of the body among them. Letter case does not count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>
    /// The body. Reading throws <see cref="OkSignTransportException"/> when the connection breaks or nothing comes for
    /// <see cref="ServiceClientOptions.IdleTimeout"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>Reads the body as JSON, up to 16 MB.</summary>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="JsonException">It is not JSON, or longer.</exception>
    /// <exception cref="OkSignTransportException">The connection broke.</exception>
    public async Task<JsonElement> ReadJsonAsync(CancellationToken cancellationToken = default)
    {
        using var body = new PooledBytes(AnswerBuffer.UsualJsonLength);
        await body.FillAsync(Content, AnswerBuffer.MaxJsonLength, cancellationToken).ConfigureAwait(false);
        if (body.Length > AnswerBuffer.MaxJsonLength)
        {
            throw new JsonException($"The answer is longer than {AnswerBuffer.MaxJsonLength} bytes.");
        }

        using var document = JsonDocument.Parse(Envelope.Bare(body.Memory).Reason);
        return document.RootElement.Clone();
    }

    /// <summary>Ends the transfer.</summary>
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }
}
