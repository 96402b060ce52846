namespace OkSign.Client.Benchmarks;

/// <summary>A document of any size whose bytes no compression makes fewer, with the two marks by which a PDF shows.</summary>
internal static class CannedDocument
{
    private const int PieceLength = 64 * 1024;

    // Larger than the window of any compression that HTTP knows of, so that the repeated block does not help it either.
    private static readonly byte[] Block = Noise(16 * 1024 * 1024 + 1);

    public static async Task WriteAsync(Stream target, long length, CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> start = "%PDF-1.7\n"u8.ToArray();
        ReadOnlyMemory<byte> end = "\n%%EOF\n"u8.ToArray();
        await target.WriteAsync(start, cancellationToken);
        long left = length - start.Length - end.Length;
        int position = 0;
        while (left > 0)
        {
            ReadOnlyMemory<byte> piece = Block.AsMemory(position, (int)Math.Min(left, Math.Min(PieceLength, Block.Length - position)));
            await target.WriteAsync(piece, cancellationToken);
            position = (position + piece.Length) % Block.Length;
            left -= piece.Length;
        }

        await target.WriteAsync(end, cancellationToken);
    }

    private static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        new Random(Seed: 1).NextBytes(noise);
        return noise;
    }
}
