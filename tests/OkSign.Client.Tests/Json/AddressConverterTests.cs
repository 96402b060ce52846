using System.Text.Json;

namespace OkSign.Client.Tests;

public class AddressConverterTests
{
    [Theory]
    [InlineData("\"https://sign.example/s?t=1\"")]
    [InlineData("\"https:\\/\\/sign.example\\/s?t=1\"")]
    public void Read_Address_IsRead(string json) => Assert.Equal("https://sign.example/s?t=1", Read(json)!.AbsoluteUri);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_EmptyWhereOptional_IsNull(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("\"s?t=1\"")]
    [InlineData("\"/s?t=1\"")]
    [InlineData("\"file:///s\"")]
    [InlineData("\"ftp://sign.example/s\"")]
    [InlineData("\"https://\"")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void Read_NoWebAddress_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_EmptyWhereRequired_IsAJsonException(string json)
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read($$"""{"id":"bt_1","url":{{json}}}""", FormDescriptorsJson.Shared.SigningLink));

    [Fact]
    public void RoundTrip_Address_IsUnchanged()
        => WireJson.AssertSurvives("""{"id":"bt_1","url":"https://sign.example:443/%7es?t=a b"}""", FormDescriptorsJson.Shared.Signer);

    private static Uri? Read(string json) => WireJson.Read($$"""{"id":"bt_1","url":{{json}}}""", FormDescriptorsJson.Shared.Signer).SigningUrl;
}
