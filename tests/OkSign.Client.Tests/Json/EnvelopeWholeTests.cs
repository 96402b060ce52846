using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests;

public class EnvelopeWholeTests
{
    // The brackets count, too.
    private const int MostItems = Envelope.MaxTokens - 2;

    [Theory]
    [InlineData("{}")]
    [InlineData(" [ 1, { \"status\": \"FAILED\" } ] ")]
    [InlineData("7")]
    [InlineData("null")]
    public void Whole_AnyJson_IsItselfTheResult(string json)
    {
        Envelope envelope = Envelope.Whole(Sample.Utf8(json));

        Assert.Equal(json, Encoding.UTF8.GetString(envelope.Reason.Span));
        Assert.Null(envelope.Status);
    }

    [Fact]
    public void Whole_ByteOrderMark_IsLeftAway() => Assert.Equal("{}", Encoding.UTF8.GetString(Envelope.Whole(Sample.Utf8("\ufeff{}")).Reason.Span));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("<html>")]
    public void Whole_NotJson_IsRefused(string text) => Assert.ThrowsAny<JsonException>(() => Envelope.Whole(Sample.Utf8(text)));

    [Fact]
    public void Whole_AsManyValuesAsMayBe_IsRead() => Assert.False(Envelope.Whole(ListOf(MostItems)).Reason.IsEmpty);

    [Fact]
    public void Whole_OneValueTooMany_IsRefused() => Assert.ThrowsAny<JsonException>(() => Envelope.Whole(ListOf(MostItems + 1)));

    private static ReadOnlyMemory<byte> ListOf(int items) => Sample.Utf8($"[{string.Join(',', Enumerable.Repeat('0', items))}]");
}
