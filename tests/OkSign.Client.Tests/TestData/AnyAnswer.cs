using System.Text;
using CsCheck;

namespace OkSign.Client.Tests;

/// <summary>Answers such as nobody wrote down beforehand: bytes at random, and good answers with some bytes changed, added, cut or lost.</summary>
internal static class AnyAnswer
{
    // Pieces that alone or together are where JSON readers stumble.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"status\"", "\"reason\"", "\"OK\"", "\"FAILED\"", "\"\"", "null", "true", "1e999", "-0",
        "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u0073tatus\"", "\"\\\\\"", "\u00ff", " ", "//", "\u00ef\u00bb\u00bf",
    ];

    public static Gen<byte[]> Bytes { get; } = Gen.Byte.Array[0, 200];

    public static Gen<byte[]> Assembled { get; } = OneOf(Pieces).Array[0, 12].Select(static pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    public static Gen<byte[]> Like(params string[] answers)
        => from answer in OneOf(answers)
           from mutations in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1000], Gen.Byte, Mutate).Array[1, 4]
           select mutations.Aggregate(Encoding.UTF8.GetBytes(answer), static (bytes, mutate) => mutate(bytes));

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Func<byte[], byte[]> Mutate(int kind, int place, byte value)
        => bytes =>
        {
            int at = place % (bytes.Length + 1);
            return kind switch
            {
                0 when at < bytes.Length => [.. bytes[..at], value, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], value, .. bytes[at..]],
                2 => bytes[..at],
                _ => [.. bytes[..at], .. bytes[Math.Min(at + 1, bytes.Length)..]],
            };
        };
}
