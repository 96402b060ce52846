using System.Net.Http.Headers;
using System.Text.Json;

namespace OkSign.Client;

/// <summary>
/// The way out: sends any request to the service, with base address, credentials, retries and limits of time applied, for what this library
/// has no method for.
/// </summary>
public class RawClient
{
    private readonly HttpClient _http;
    private readonly OperationRunner _run;

    internal RawClient(HttpClient http, OperationRunner run) => (_http, _run) = (http, run);

    /// <summary>For mocking.</summary>
    protected RawClient() => (_http, _run) = (null!, null!);

    /// <summary>Sends a request and gives the answer as it is, also one that says no.</summary>
    /// <param name="request">The request. It goes to the service and nowhere else: a path cannot name another host.</param>
    /// <param name="cancellationToken">Cancels the call up to the moment when the body begins.</param>
    /// <returns>Status, headers and body; dispose it.</returns>
    /// <exception cref="ArgumentException">The request cannot be sent as it is; the message says why. Nothing was sent.</exception>
    /// <exception cref="OkSignTransportException">No answer came.</exception>
    public virtual Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        string address = RawRequestRules.AddressOf(request);
        return _run.OpenAsync(
            OperationOf(request),
            (call, token) => SendAsync(request, address, call, token),
            static (response, content) => new RawResponse(response, content),
            cancellationToken);
    }

    /// <summary>Sends a request and reads the result: what stands as <c>reason</c> in an answer with the status <c>OK</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result as JSON; an undefined element when the answer has none.</returns>
    /// <exception cref="ArgumentException">The request cannot be sent as it is; the message says why. Nothing was sent.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<JsonElement> ReadAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        string address = RawRequestRules.AddressOf(request);
        return _run.ReadAnyAsync(OperationOf(request), (call, token) => SendAsync(request, address, call, token), cancellationToken);
    }

    private static Operation OperationOf(RawRequest request)
    {
        bool isRepeatable = (request.IsRepeatable ?? request.Method == HttpMethod.Get) && request.Body is not { CanBeRepeated: false };
        return new Operation(request.ToString(), isRepeatable ? OperationClass.Read : OperationClass.UnsafeWrite) { IsRaw = true };
    }

    private async Task<HttpResponseMessage> SendAsync(RawRequest request, string address, OperationCall call, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, WirePath.At(_http.BaseAddress!, address))
        {
            Content = request.Body?.CreateContent(),
        };
        call.AttachTo(message);
        message.Headers.TryAddWithoutValidation("accept", WireHeaders.JsonMediaType);
        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            HttpHeaders headers = RawRequestRules.IsOfBody(header.Key) ? message.Content!.Headers : message.Headers;
            headers.Remove(header.Key);
            headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }
}
