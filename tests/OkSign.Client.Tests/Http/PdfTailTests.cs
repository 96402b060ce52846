namespace OkSign.Client.Tests;

public class PdfTailTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void HasEndOfPdf_MarkAtTheEnd_IsSeenInPiecesOfAnySize(int pieceSize)
        => Assert.True(TailOf([.. new byte[3000], .. "%%EOF\n"u8], pieceSize).HasEndOfPdf);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void HasEndOfPdf_MarkWithinTheLastKilobyte_IsSeen(int pieceSize)
    {
        Assert.True(TailOf([.. new byte[3000], .. "%%EOF"u8, .. new byte[1019]], pieceSize).HasEndOfPdf);
        Assert.False(TailOf([.. new byte[3000], .. "%%EOF"u8, .. new byte[1020]], pieceSize).HasEndOfPdf);
    }

    [Fact]
    public void HasEndOfPdf_ShortText_IsSeen() => Assert.True(TailOf([.. "%%EOF"u8], 2).HasEndOfPdf);

    [Fact]
    public void HasEndOfPdf_CutMark_IsNot() => Assert.False(TailOf([.. new byte[2000], .. "%%EO"u8], 100).HasEndOfPdf);

    [Fact]
    public void HasEndOfPdf_Nothing_IsNot() => Assert.False(new PdfTail().HasEndOfPdf);

    private static PdfTail TailOf(byte[] bytes, int pieceSize)
    {
        var tail = new PdfTail();
        foreach (byte[] piece in bytes.Chunk(pieceSize))
        {
            tail.Append(piece);
        }

        return tail;
    }
}
