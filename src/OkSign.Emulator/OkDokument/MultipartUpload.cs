using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The parts of a multipart upload: JSON, as text or as a file, and the document.</summary>
internal sealed class MultipartUpload
{
    private const string TextName = "dataText";
    private const string DataName = "data";
    private const string FilePartName = "file";
    private const int MaxBoundary = 200;

    private readonly Dictionary<string, (byte[] Content, string? FileName)> _parts = new(StringComparer.Ordinal);

    public JsonElement Json { get; private set; }

    public byte[]? File => _parts.TryGetValue(FilePartName, out var part) ? part.Content : null;

    public string? FileName => _parts.GetValueOrDefault(FilePartName).FileName;

    /// <exception cref="RefusedException">The body is not such an upload.</exception>
    /// <exception cref="DokumentRefusedException">The body is too large.</exception>
    public static async Task<MultipartUpload> ReadAsync(HttpContext context, IncomingFileReader files)
    {
        string? boundary = BoundaryOf(context.Request);
        byte[]? body = await RequestBody.ReadAtMostAsync(context, files.MultipartLimit);
        if (boundary is null)
        {
            throw new RefusedException($"The content-type must be {MediaTypes.Multipart} with a boundary");
        }

        var upload = new MultipartUpload();
        await upload.ReadPartsAsync(body ?? throw files.TooLarge(), boundary, context.RequestAborted);
        upload.Json = upload.ParseJson();
        return upload;
    }

    private async Task ReadPartsAsync(byte[] body, string boundary, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body, writable: false));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                await AddAsync(section, cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new RefusedException("The multipart body is damaged");
        }
    }

    private async Task AddAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellationToken);
        ContentDispositionHeaderValue? disposition = section.GetContentDispositionHeader();
        string name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").ToString();
        if (!_parts.TryAdd(name, (content.ToArray(), FileNameOf(disposition))))
        {
            throw new RefusedException($"The part {name} is there more than once");
        }
    }

    private JsonElement ParseJson()
    {
        if (_parts.ContainsKey(TextName) == _parts.ContainsKey(DataName))
        {
            throw new RefusedException($"There must be one part {TextName} or {DataName}");
        }

        return JsonBody.ParseObject(_parts[_parts.ContainsKey(TextName) ? TextName : DataName].Content);
    }

    private static string? BoundaryOf(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals(MediaTypes.Multipart, StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundary } boundary
                ? boundary.ToString()
                : null;

    private static string? FileNameOf(ContentDispositionHeaderValue? disposition)
    {
        string extended = disposition?.FileNameStar.ToString() ?? "";
        string name = extended.Length > 0 ? extended : HeaderUtilities.RemoveQuotes(disposition?.FileName ?? "").ToString();
        return name.Length > 0 ? name : null;
    }
}
