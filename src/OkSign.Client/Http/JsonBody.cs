using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>A model as a request body. Typed, so that a Refit interface shows what its method sends.</summary>
internal sealed class JsonBody<T> : HttpContent
{
    private readonly byte[] _json;

    public JsonBody(T value, JsonTypeInfo<T> type)
    {
        _json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => stream.WriteAsync(_json, 0, _json.Length);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
