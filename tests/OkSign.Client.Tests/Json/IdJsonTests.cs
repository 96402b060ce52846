using System.Text.Json;

namespace OkSign.Client.Tests;

public class IdJsonTests
{
    [Fact]
    public void Read_Text_IsTheId()
        => Assert.Equal(Sample.SourceId, WireJson.Read($"\"{Sample.SourceIdText}\"", DocumentsJson.Shared.SourceDocumentId));

    [Fact]
    public void Read_Number_IsItsText() => Assert.Equal("123456", WireJson.Read("123456", DocumentsJson.Shared.SourceDocumentId).Value);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" a\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"a\\r\\nb\"")]
    [InlineData("\"é\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Read_NoId_IsAJsonException(string json)
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read(json, DocumentsJson.Shared.SourceDocumentId));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_EmptyWhereOptional_IsNull(string json)
        => Assert.Null(WireJson.Read($$"""{"source_docid":"a-1","signed_docid":{{json}}}""", DocumentsJson.Shared.LinkedDocument).SignedDocumentId);

    [Fact]
    public void Read_MissingWhereRequired_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read("""{"signed_docid":"a-2"}""", DocumentsJson.Shared.LinkedDocument));

    [Fact]
    public void RoundTrip_LinkedDocument_KeepsBoth()
        => WireJson.AssertSurvives(
            """{"source_docid":"a-1","signed_docid":"a-2","ts":"2026-03-01T12:00:00+00:00"}""",
            DocumentsJson.Shared.LinkedDocument);
}
