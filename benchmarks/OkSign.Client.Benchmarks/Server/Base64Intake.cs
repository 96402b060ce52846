using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace OkSign.Client.Benchmarks;

/// <summary>Takes JSON with a file as base64 in it piece by piece, and keeps nothing of it but length and hash.</summary>
internal sealed class Base64Intake : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _block = new byte[64 * 1024];
    private int _matched;
    private int _filled;
    private bool _isOver;
    private long _received;
    private long _length;

    private static ReadOnlySpan<byte> Marker => "\"content\":\""u8;

    public void Add(in ReadOnlySequence<byte> bytes)
    {
        foreach (ReadOnlyMemory<byte> piece in bytes)
        {
            Add(piece.Span);
        }
    }

    public ReceivedFile End(long? announced) => new(announced ?? 0, _received, _length, Convert.ToHexString(_hash.GetHashAndReset()));

    public void Dispose() => _hash.Dispose();

    private void Add(ReadOnlySpan<byte> bytes)
    {
        _received += bytes.Length;
        while (!bytes.IsEmpty && _matched < Marker.Length)
        {
            _matched = bytes[0] == Marker[_matched] ? _matched + 1 : bytes[0] == Marker[0] ? 1 : 0;
            bytes = bytes[1..];
        }

        if (_matched == Marker.Length && !_isOver)
        {
            AddBase64(bytes);
        }
    }

    private void AddBase64(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'"');
        ReadOnlySpan<byte> text = end < 0 ? bytes : bytes[..end];
        while (!text.IsEmpty)
        {
            int count = Math.Min(text.Length, _block.Length - _filled);
            text[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            text = text[count..];
            if (_filled == _block.Length)
            {
                Decode();
            }
        }

        if (end >= 0)
        {
            _isOver = true;
            Decode();
        }
    }

    private void Decode()
    {
        if (Base64.DecodeFromUtf8InPlace(_block.AsSpan(0, _filled), out int written) != OperationStatus.Done)
        {
            throw new InvalidDataException("This is not base64.");
        }

        _hash.AppendData(_block.AsSpan(0, written));
        _length += written;
        _filled = 0;
    }
}
