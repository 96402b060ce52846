using System.Text.Json;

namespace OkSign.Client.Tests;

public class FieldValueTests
{
    [Theory]
    [InlineData("\"Gent\"", "Gent")]
    [InlineData("\"\"", "")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"b\"]")]
    public void Read_Scalar_IsItsText(string json, string expected)
    {
        FieldValue value = Read(json);

        Assert.Equal(expected, value.Text);
        Assert.Null(value.Signature);
    }

    [Fact]
    public void Read_Object_IsASignature()
    {
        FieldValue value = Read("""{"isodate":"2026-03-01T12:00:00Z","signedby":"Anna","authMethod":"itsme","signerid":"bt_1","serialnumber":123}""");

        Assert.Null(value.Text);
        Assert.Equal("Anna", value.Signature!.SignedBy);
        Assert.Equal(AuthenticationMethod.Itsme, value.Signature.AuthenticationMethod);
        Assert.Equal("bt_1", value.Signature.SignerId!.Value.Value);
        Assert.Equal("123", value.Signature.SerialNumber);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), value.Signature.SignedAt);
    }

    [Fact]
    public void Read_LoneSurrogate_IsAJsonException() => Assert.ThrowsAny<JsonException>(() => Read("\"\\ud800\""));

    [Theory]
    [InlineData("\"Gent\"")]
    [InlineData("{\"signedby\":\"Anna\",\"colour\":\"blue\"}")]
    public void RoundTrip_TextOrSignature_IsKept(string json) => WireJson.AssertSurvives(json, MetadataJson.Shared.FieldValue);

    [Fact]
    public void Constructor_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new FieldValue((string)null!));
        Assert.Throws<ArgumentNullException>(() => new FieldValue((SignatureDetails)null!));
    }

    private static FieldValue Read(string json) => WireJson.Read(json, MetadataJson.Shared.FieldValue);
}
