using System.Text;

namespace OkSign.Client;

/// <summary>JSON with a place for the text of a file: what goes out before it, and what after.</summary>
internal sealed class FileInJson
{
    private readonly byte[] _json;
    private readonly string _marker;
    private readonly int _place;

    private FileInJson(byte[] json, string marker)
    {
        _json = json;
        _marker = marker;
        _place = json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(marker));
    }

    public ReadOnlyMemory<byte> Head => _json.AsMemory(0, _place);

    public ReadOnlyMemory<byte> Tail => _json.AsMemory(_place + _marker.Length);

    /// <summary>Takes JSON in which a text that nobody can have written stands in the place of the file.</summary>
    /// <param name="write">Writes the JSON, with this text where the file's belongs.</param>
    public static FileInJson Of(Func<string, byte[]> write)
    {
        string marker = Guid.NewGuid().ToString("N");
        return new FileInJson(write(marker), marker);
    }

    public FileInJson Rewritten(Func<ReadOnlyMemory<byte>, byte[]> rewrite) => new(rewrite(_json), _marker);
}
