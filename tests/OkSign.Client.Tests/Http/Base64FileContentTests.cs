using System.Text;
using CsCheck;

namespace OkSign.Client.Tests;

public class Base64FileContentTests
{
    private const int ChunkSize = 64 * 1024;
    private const string Before = "{\"name\":\"a \\\"content\\\": b\",\"file\":{\"content\":\"";
    private const string After = "\"},\"more\":[1]}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Lengths
        =>
        [
            .. Enumerable.Range(1, 10),
            .. Enumerable.Range(ChunkSize - 4, 9),
            .. Enumerable.Range((2 * ChunkSize) - 4, 9),
            .. Enumerable.Range((3 * ChunkSize) - 4, 9),
        ];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task CopyTo_SourceOfAnyLength_IsTheBase64OfItAll(int length)
    {
        byte[] file = Sample.Pattern(length);
        using Base64FileContent content = Content(new MemoryStream(file), length);

        string sent = await SentAsync(content);

        Assert.Equal(Before + Convert.ToBase64String(file) + After, sent);
        Assert.Equal(sent.Length, content.Headers.ContentLength);
    }

    [Fact]
    public async Task CopyTo_SourceInAnyPieces_IsTheSame()
        => await Gen.Int[1, 40_000].Array[1, 8].SampleAsync(
            static async pieces =>
            {
                byte[] file = Sample.Pattern(pieces.Sum());
                using Base64FileContent content = Content(InPieces(file, pieces), file.Length);

                return await SentAsync(content) == Before + Convert.ToBase64String(file) + After;
            },
            iter: 200);

    [Fact]
    public async Task CopyTo_SourceByteByByte_IsTheSame()
    {
        byte[] file = Sample.Pattern(100);
        using Base64FileContent content = Content(InPieces(file, [.. Enumerable.Repeat(1, 100)]), 100);

        Assert.Equal(Before + Convert.ToBase64String(file) + After, await SentAsync(content));
    }

    [Fact]
    public async Task CopyTo_SignsOfTheAlphabet_AreNotEscaped()
    {
        byte[] file = [0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF];
        using Base64FileContent content = Content(new MemoryStream(file), file.Length);

        Assert.Equal(Before + "++++////" + After, await SentAsync(content));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(ChunkSize)]
    [InlineData((2 * ChunkSize) + 1)]
    public async Task CopyTo_SourceLongerThanAnnounced_ThrowsBeforeTheEnd(int announced) => await AssertFailsAsync(announced, announced + 1);

    [Theory]
    [InlineData(101)]
    [InlineData(ChunkSize + 101)]
    public async Task CopyTo_SourceShorterThanAnnounced_ThrowsBeforeTheEnd(int announced) => await AssertFailsAsync(announced, announced - 1);

    [Fact]
    public async Task CopyTo_SeekableSourceTwice_IsTheSameTwice()
    {
        byte[] file = Sample.Pattern(ChunkSize + 100);
        using Base64FileContent content = Content(new MemoryStream(file), file.Length);

        string first = await SentAsync(content);

        Assert.True(content.CanBeSentAgain);
        Assert.Equal(first, await SentAsync(content));
    }

    [Fact]
    public async Task CanBeSentAgain_SourceThatOnlyGoesForward_IsFalse()
    {
        using Base64FileContent content = Content(InPieces(Sample.Pattern(10), [10]), 10);

        await SentAsync(content);

        Assert.False(content.CanBeSentAgain);
    }

    [Fact]
    public async Task Rewrite_TheJson_LeavesTheFileWhereItStood()
    {
        byte[] file = Sample.Pattern(10);
        using Base64FileContent content = Content(new MemoryStream(file), file.Length);

        content.Rewrite(static json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span).Replace("\"content\"", "\"$content\"", StringComparison.Ordinal)));

        string sent = await SentAsync(content);
        Assert.EndsWith($$"""{"$content":"{{Convert.ToBase64String(file)}}"},"more":[1]}""", sent, StringComparison.Ordinal);
        Assert.Equal(sent.Length, content.Headers.ContentLength);
    }

    [Fact]
    public void FileInJson_Parts_AreWhatStandsAroundTheMarker()
    {
        string? marker = null;

        FileInJson json = FileInJson.Of(text => Encoding.UTF8.GetBytes($"<{marker = text}>"));

        Assert.Equal(("<", ">"), (Encoding.UTF8.GetString(json.Head.Span), Encoding.UTF8.GetString(json.Tail.Span)));
        Assert.NotEqual(marker, MarkerOfAnother());
    }

    private static string MarkerOfAnother()
    {
        string? marker = null;
        FileInJson.Of(text => Encoding.UTF8.GetBytes(marker = text));
        return marker!;
    }

    private static Base64FileContent Content(Stream source, long length)
        => new(FileInJson.Of(static marker => Encoding.UTF8.GetBytes(Before + marker + After)), new FileSource(source, length, static _ => { }));

    private static ScriptedStream InPieces(byte[] file, int[] pieces)
    {
        var source = new ScriptedStream();
        int start = 0;
        foreach (int piece in pieces)
        {
            source.Gives(file[start..(start + piece)]);
            start += piece;
        }

        return source;
    }

    private static async Task<string> SentAsync(HttpContent content)
    {
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, Cancel);
        return Encoding.UTF8.GetString(sent.ToArray());
    }

    private static async Task AssertFailsAsync(int announced, int length)
    {
        using Base64FileContent content = Content(InPieces(Sample.Pattern(length), [length]), announced);
        using var sent = new MemoryStream();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent, Cancel));

        Assert.Contains($"{announced} bytes", Assert.IsType<IOException>(exception.GetBaseException()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\"}", Encoding.UTF8.GetString(sent.ToArray()), StringComparison.Ordinal);
        Assert.InRange(sent.Length, 0, content.Headers.ContentLength!.Value - After.Length - 1);
    }
}
