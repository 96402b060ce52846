using System.Text.Json;

namespace OkSign.Client.Tests;

public class SelectOptionTests
{
    [Theory]
    [InlineData("\"Gent\"", "Gent")]
    [InlineData("\"\"", "")]
    [InlineData("12", "12")]
    [InlineData("{\"key\": \"a\"}", "{\"key\": \"a\"}")]
    [InlineData("[1, 2]", "[1, 2]")]
    public void Read_AnyForm_HasAText(string json, string expected)
    {
        SelectOption option = WireJson.Read(json, FormDescriptorsJson.Shared.SelectOption);

        Assert.Equal(expected, option.Text);
        Assert.Equal(expected, option.ToString());
    }

    [Theory]
    [InlineData("\"Gent\"")]
    [InlineData("{\"key\":\"a\",\"n\":[1]}")]
    [InlineData("[1,2]")]
    public void RoundTrip_AnyForm_IsKept(string json) => WireJson.AssertSurvives(json, FormDescriptorsJson.Shared.SelectOption);

    [Fact]
    public void Write_TextThatLooksLikeJson_IsAText() => Assert.Equal("\"[1]\"", WireJson.Write("[1]", FormDescriptorsJson.Shared.SelectOption));

    [Fact]
    public void Write_Default_IsAnEmptyText() => Assert.Equal("\"\"", WireJson.Write(default, FormDescriptorsJson.Shared.SelectOption));

    [Fact]
    public void Read_Null_IsAJsonException() => Assert.ThrowsAny<JsonException>(() => WireJson.Read("null", FormDescriptorsJson.Shared.SelectOption));

    [Fact]
    public void Constructor_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => new SelectOption(null!));

    [Fact]
    public void Equals_TextAndJsonOfTheSameLetters_IsFalse()
    {
        SelectOption json = WireJson.Read("[1]", FormDescriptorsJson.Shared.SelectOption);

        Assert.NotEqual("[1]", json);
        Assert.Equal(new SelectOption("a"), "a");
    }
}
