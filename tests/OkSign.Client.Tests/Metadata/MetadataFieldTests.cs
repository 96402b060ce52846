namespace OkSign.Client.Tests;

public class MetadataFieldTests
{
    [Fact]
    public void Value_Nested_IsRead() => Assert.Equal("Gent", Read("""{"name":"CITY","metadata":{"value":"Gent","more":1}}""").Value!.Text);

    [Fact]
    public void Value_Flat_IsRead() => Assert.Equal("Gent", Read("""{"name":"CITY","value":"Gent"}""").Value!.Text);

    [Fact]
    public void Value_NestedSignature_IsRead()
        => Assert.Equal("Anna", Read("""{"inputtype":"CanvasSIG","metadata":{"value":{"signedby":"Anna"}}}""").Value!.Signature!.SignedBy);

    [Fact]
    public void Value_Both_IsTheNestedOne() => Assert.Equal("new", Read("""{"value":"old","metadata":{"value":"new"}}""").Value!.Text);

    [Theory]
    [InlineData("""{"name":"CITY"}""")]
    [InlineData("""{"name":"CITY","value":null,"metadata":null}""")]
    [InlineData("""{"name":"CITY","metadata":{}}""")]
    public void Value_NotCompleted_IsNull(string json) => Assert.Null(Read(json).Value);

    [Fact]
    public void Value_SetByTheUser_IsReadBack()
    {
        var field = new MetadataField { Name = "CITY", Value = new FieldValue("Gent") };

        WireJson.AssertSame("""{"name":"CITY","metadata":{"value":"Gent"}}""", WireJson.Write(field, MetadataJson.Shared.MetadataField));
        Assert.Equal("Gent", field.Value.Text);
        Assert.Null((field with { Value = null }).Completion);
    }

    [Theory]
    [InlineData("""{"name":"CITY","pagenbr":0,"metadata":{"value":"Gent","more":1}}""")]
    [InlineData("""{"name":"CITY","value":"Gent"}""")]
    public void RoundTrip_EitherForm_IsKept(string json) => WireJson.AssertSurvives(json, MetadataJson.Shared.MetadataField);

    private static MetadataField Read(string json) => WireJson.Read(json, MetadataJson.Shared.MetadataField);
}
