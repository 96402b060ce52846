using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>The body of a <see cref="RawRequest"/>.</summary>
public sealed class RawBody
{
    private readonly Func<HttpContent> _create;

    private RawBody(Func<HttpContent> create, bool canBeRepeated = true) => (_create, CanBeRepeated) = (create, canBeRepeated);

    /// <summary>Whether one content can be sent several times; a file is read as it goes out.</summary>
    internal bool CanBeRepeated { get; }

    /// <summary>JSON as text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static RawBody Json(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using (JsonDocument.Parse(json))
        {
            return new RawBody(() => new JsonBody(Encoding.UTF8.GetBytes(json)));
        }
    }

    /// <summary>JSON from a type of your own, with the metadata that its source-generated context has.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">How it is written.</param>
    public static RawBody Json<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return new RawBody(() => new JsonBody(json));
    }

    /// <summary>Bytes as they are. They are not copied.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">What they are, such as <c>application/pdf</c>.</param>
    /// <exception cref="FormatException">This is no media type.</exception>
    public static RawBody Bytes(byte[] content, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(mediaType);
        var contentType = MediaTypeHeaderValue.Parse(mediaType);
        return new RawBody(() => new ByteArrayContent(content) { Headers = { ContentType = contentType } });
    }

    /// <summary>A document, streamed. Its name must be given as a header where the service wants one.</summary>
    /// <param name="file">The document.</param>
    public static RawBody File(OkSignFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new RawBody(() => file.OpenContent(nameof(file)), canBeRepeated: false);
    }

    internal HttpContent CreateContent() => _create();
}
