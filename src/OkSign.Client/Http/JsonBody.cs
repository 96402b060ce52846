using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>JSON as a request body.</summary>
internal class JsonBody : RequestBody, IJsonCarrier
{
    private byte[] _json;

    public JsonBody(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    public void Rewrite(Func<ReadOnlyMemory<byte>, byte[]> rewrite) => _json = rewrite(_json);

    protected override Task WriteAsync(Stream target, CancellationToken cancellationToken)
        => target.WriteAsync(_json, 0, _json.Length, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}

/// <summary>A model as a request body. Typed, so that a Refit interface shows what its method sends.</summary>
internal sealed class JsonBody<T>(T value, JsonTypeInfo<T> type) : JsonBody(JsonSerializer.SerializeToUtf8Bytes(value, type));
