namespace OkSign.Client;

/// <summary>The last kilobyte of what passed by, to see at the end whether a PDF came whole.</summary>
internal sealed class PdfTail
{
    private readonly byte[] _last = new byte[PdfSignature.SearchLength];
    private int _length;

    public bool HasEndOfPdf => PdfSignature.IsAtEnd(_last.AsSpan(0, _length));

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= _last.Length)
        {
            bytes.Slice(bytes.Length - _last.Length).CopyTo(_last);
            _length = _last.Length;
            return;
        }

        int kept = Math.Min(_length, _last.Length - bytes.Length);
        _last.AsSpan(_length - kept, kept).CopyTo(_last);
        bytes.CopyTo(_last.AsSpan(kept));
        _length = kept + bytes.Length;
    }
}
