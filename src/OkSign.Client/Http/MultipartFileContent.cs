using System.Text;

namespace OkSign.Client;

/// <summary>A form of two parts: JSON about a file, and the file as it is.</summary>
internal sealed class MultipartFileContent : FileContent, IJsonCarrier
{
    private readonly byte[] _beforeJson;
    private readonly byte[] _afterJson;
    private readonly byte[] _end;
    private byte[] _json;

    /// <param name="json">The JSON, and the name of its part.</param>
    /// <param name="file">The file's name and media type, and the name of its part.</param>
    /// <param name="source">The file.</param>
    /// <param name="boundary">What stands between the parts and, as nobody can guess it, in none of them.</param>
    public MultipartFileContent((string Part, byte[] Content) json, (string Part, string Name, string MediaType) file, FileSource source, Guid boundary)
        : base($"multipart/form-data; boundary={boundary:N}", source)
    {
        _json = json.Content;
        _beforeJson = Encoding.UTF8.GetBytes($"--{boundary:N}\r\nContent-Disposition: form-data; name=\"{json.Part}\"\r\n\r\n");
        _afterJson = Encoding.UTF8.GetBytes(
            $"\r\n--{boundary:N}\r\n"
            + $"Content-Disposition: form-data; name=\"{file.Part}\"; filename=\"{Quoted(file.Name)}\"\r\n"
            + $"Content-Type: {file.MediaType}\r\n\r\n");
        _end = Encoding.UTF8.GetBytes($"\r\n--{boundary:N}--\r\n");
    }

    protected override ReadOnlyMemory<byte> Head => (byte[])[.. _beforeJson, .. _json, .. _afterJson];

    protected override ReadOnlyMemory<byte> Tail => _end;

    public void Rewrite(Func<ReadOnlyMemory<byte>, byte[]> rewrite) => _json = rewrite(_json);

    // As browsers write it: in UTF-8, and only what would end the text is escaped. A name has no control characters.
    private static string Quoted(string name) => name.Replace("\"", "%22");
}
