namespace OkSign.Client.Tests.Fuzz;

/// <summary>Damages bytes without knowing what they mean.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Pieces =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0], [0x1F, 0x8B, 8, 0],
        [.. "%PDF-"u8], [.. "%%EOF"u8], [.. "<html>"u8], [.. "\\u"u8], [.. "\\"u8], [.. "\""u8], [.. "{"u8], [.. "["u8], [.. "}"u8], [.. "]"u8], [.. ","u8],
        [.. "\r\n"u8], [.. "//"u8], [.. "/**/"u8],
    ];

    /// <summary>One to five changes.</summary>
    public static byte[] Mutate(Random random, byte[] bytes)
    {
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            bytes = MutateOnce(random, bytes);
        }

        return bytes;
    }

    private static byte[] MutateOnce(Random random, byte[] bytes)
    {
        int at = random.Next(bytes.Length + 1);
        int length = Math.Min(random.Size(64), bytes.Length - at);
        switch (random.Next(8))
        {
            case 0 or 1 when at < bytes.Length:
                byte[] changed = [.. bytes];
                changed[at] = (byte)(random.OneIn(2) ? random.Next(256) : bytes[at] ^ (1 << random.Next(8)));
                return changed;
            case 2:
                return [.. bytes.AsSpan(0, at), (byte)random.Next(256), .. bytes.AsSpan(at)];
            case 3:
                return [.. bytes.AsSpan(0, at), .. random.Pick(Pieces), .. bytes.AsSpan(at)];
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            case 6:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at, length), .. bytes.AsSpan(at)];
            default:
                int target = random.Next(bytes.Length + 1);
                return [.. bytes.AsSpan(0, target), .. bytes.AsSpan(at, length), .. bytes.AsSpan(target)];
        }
    }
}
