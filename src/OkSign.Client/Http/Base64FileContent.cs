using System.Buffers.Text;

namespace OkSign.Client;

/// <summary>
/// JSON with a file as base64 in it. The base64 is made in chunks while it goes out, just as the alphabet has it (a <c>+</c> is not escaped).
/// </summary>
internal sealed class Base64FileContent(FileInJson json, FileSource source) : FileContent(WireHeaders.JsonMediaType, source), IJsonCarrier
{
    private FileInJson _json = json;

    protected override ReadOnlyMemory<byte> Head => _json.Head;

    protected override ReadOnlyMemory<byte> Tail => _json.Tail;

    // Three bytes become four: only the last ones are padded.
    protected override int BlockSize => 3;

    public void Rewrite(Func<ReadOnlyMemory<byte>, byte[]> rewrite) => _json = _json.Rewritten(rewrite);

    protected override long EncodedLength(long length) => (length + 2) / 3 * 4;

    protected override ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> bytes, byte[] encoded)
    {
        Base64.EncodeToUtf8(bytes.Span, encoded, out _, out int length);
        return encoded.AsMemory(0, length);
    }
}
