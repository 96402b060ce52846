using CsCheck;

namespace OkSign.Client.Tests;

public class SignedFeedCheckpointTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Pieces = ["1", "b", "w", ".", ".", ".", "1772366400", "AAAAAAAAAAAAAAAA", "=", "-"];

    [Fact]
    public void Parse_WhatToStringGave_IsTheSame()
        => Gen.Select(Gen.Int[1, 2_000_000_000], Gen.Bool, Gen.Int[0, 2_000_000_000], Gen.Select(Gen.ULong, Gen.UInt).Array[0, 20]).Sample(
            static (from, isBeginning, notBefore, marks) =>
            {
                var checkpoint = new SignedFeedCheckpoint(
                    Noon.AddSeconds(from),
                    notBefore % 3 == 0 ? null : Noon.AddSeconds(notBefore),
                    marks.Select(static mark => new SignatureMark(mark.Item1, mark.Item2)).ToArray(),
                    isBeginning);

                var read = SignedFeedCheckpoint.Parse(checkpoint.ToString());

                return (read.From, read.NotBefore, read.IsBeginning) == (checkpoint.From, checkpoint.NotBefore, checkpoint.IsBeginning)
                    && read.Reported.Span.SequenceEqual(checkpoint.Reported.Span);
            });

    [Fact]
    public void ToString_Fractions_AreRoundedToTheSafeSide()
    {
        var read = SignedFeedCheckpoint.Parse(new SignedFeedCheckpoint(Noon.AddMilliseconds(900), Noon.AddMilliseconds(100), default).ToString());

        Assert.Equal((Noon, Noon.AddSeconds(1)), (read.From, read.NotBefore));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("2.w.1772366400..")]
    [InlineData("1.x.1772366400..")]
    [InlineData("1.w.1772366400.")]
    [InlineData("1.w.1772366400...")]
    [InlineData("1.w.-1..")]
    [InlineData("1.w.0..")]
    [InlineData("1.w.99999999999999999999..")]
    [InlineData("1.w.999999999999..")]
    [InlineData("1.w.1772366400.soon.")]
    [InlineData("1.w.1772366400.0.")]
    [InlineData("1.w.1772366400..AAAA")]
    [InlineData("1.w.1772366400..?")]
    public void TryParse_OtherText_IsFalse(string? text)
    {
        Assert.False(SignedFeedCheckpoint.TryParse(text, out SignedFeedCheckpoint? checkpoint));
        Assert.Null(checkpoint);
    }

    [Fact]
    public void TryParse_AnyText_DoesNotThrow()
        => Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(static pieces => string.Concat(pieces.Select(static piece => Pieces[piece])))).Sample(
            static text => SignedFeedCheckpoint.TryParse(text, out SignedFeedCheckpoint? checkpoint) == checkpoint is not null);

    [Fact]
    public void Parse_OtherText_IsRefused()
    {
        Assert.Throws<FormatException>(() => SignedFeedCheckpoint.Parse("yesterday"));
        Assert.Throws<ArgumentNullException>("text", () => SignedFeedCheckpoint.Parse(null!));
    }

    [Fact]
    public void StartingAt_TimeOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("time", () => SignedFeedCheckpoint.StartingAt(DateTimeOffset.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => SignedFeedCheckpoint.StartingAt(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Text_OfAVersionInUse_IsStillRead()
    {
        // Stored by callers: this form must be read for ever.
        var read = SignedFeedCheckpoint.Parse("1.w.1772366400.1772366580.AQAAAAAAAAACAAAA");

        Assert.Equal((Noon, Noon.AddMinutes(3), false), (read.From, read.NotBefore, read.IsBeginning));
        Assert.Equal([new SignatureMark(1, 2)], read.Reported.ToArray());
    }
}
