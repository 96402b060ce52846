using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OkSign.Client;

/// <summary>By what a reported signature is known again: a hash of what it is, and its second.</summary>
/// <param name="Hash">The hash; two signatures that are alike have the same, and are told apart by their number.</param>
/// <param name="Second">The timestamp in seconds since 1970; 0 when the service gave none that can be read.</param>
internal readonly record struct SignatureMark(ulong Hash, uint Second)
{
    private const int Size = sizeof(ulong) + sizeof(uint);

    /// <remarks>
    /// A signature is its document, its signer and its time. The counts are no part of it: whether they are those after this signature
    /// or today's is not known, and what changes must not look like a new signature. Without a time, though, they are all there is.
    /// </remarks>
    public static SignatureMark Of(SigningEvent signing)
    {
        string identity = string.Join(
            "\n",
            signing.SourceDocumentId?.Value,
            signing.SignedDocumentId?.Value,
            signing.SignerId?.Value,
            signing.Timestamp is { } time ? Invariant($"{time.UtcTicks}") : Invariant($"{signing.SignaturesPlaced}/{signing.SignaturesRequired}"));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return new SignatureMark(BinaryPrimitives.ReadUInt64LittleEndian(hash), SecondOf(signing.Timestamp));
    }

    public static string Format(ReadOnlySpan<SignatureMark> marks)
    {
        byte[] bytes = new byte[marks.Length * Size];
        for (int index = 0; index < marks.Length; index++)
        {
            Span<byte> target = bytes.AsSpan(index * Size, Size);
            BinaryPrimitives.WriteUInt64LittleEndian(target, marks[index].Hash);
            BinaryPrimitives.WriteUInt32LittleEndian(target.Slice(sizeof(ulong)), marks[index].Second);
        }

        return Convert.ToBase64String(bytes);
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out SignatureMark[]? marks)
    {
        byte[]? bytes = BytesOf(text);
        marks = bytes is not null && bytes.Length % Size == 0 ? new SignatureMark[bytes.Length / Size] : null;
        for (int index = 0; index < marks?.Length; index++)
        {
            ReadOnlySpan<byte> source = bytes.AsSpan(index * Size, Size);
            marks[index] = new SignatureMark(
                BinaryPrimitives.ReadUInt64LittleEndian(source),
                BinaryPrimitives.ReadUInt32LittleEndian(source.Slice(sizeof(ulong))));
        }

        return marks is not null;
    }

    private static byte[]? BytesOf(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static uint SecondOf(DateTimeOffset? time)
        => time?.ToUnixTimeSeconds() is { } second and > 0 and <= uint.MaxValue ? (uint)second : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
