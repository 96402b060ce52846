using System.Text.Json;

namespace OkSign.Client.Tests.Live;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    [InlineData("true", "boolean")]
    [InlineData("12", "integer")]
    [InlineData("12.5", "decimal")]
    [InlineData("1e3", "decimal")]
    [InlineData("\"\"", "empty text")]
    [InlineData("\"Anna\"", "text")]
    [InlineData("\"123456-0A1B2C3D-1111-2222-3333-444455556666\"", "id")]
    [InlineData("\"bt_00000000-0000-0000-0000-000000000001\"", "id")]
    [InlineData("\"https://www.oksign.be/sign/secret\"", "web address")]
    [InlineData("\"2025-03-01T10:15:30+01:00\"", "text 0000-00-00T00:00:00+00:00")]
    [InlineData("\"2025-03-01T10:15:30.123Z\"", "text 0000-00-00T00:00:00.000Z")]
    [InlineData("\"01/03/2025 10:15\"", "text 00/00/0000 00:00")]
    [InlineData("\"Sat Mar 01 10:15:30 CET 2025\"", "text aaa aaa 00 00:00:00 aaa 0000")]
    public void Of_Value_IsItsKind(string json, string expected) => Assert.Equal(expected, Of(json));

    [Fact]
    public void Of_Object_IsItsMembersInOrder()
        => Assert.Equal("{ status: text, reason: { quantity: decimal, paid: boolean } }", Of("""{ "status": "OK", "reason": { "quantity": 2.5, "paid": true } }"""));

    [Fact]
    public void Of_ListOfRows_IsOneRowWithWhatIsNotInAll()
        => Assert.Equal("[{ a: text, b?: integer | null, c?: [text] }]", Of("""[ { "a": "x", "b": 1 }, { "a": "y", "b": null }, { "c": ["z"], "a": "x" } ]"""));

    [Fact]
    public void Of_ListOfSeveralKinds_TellsEachOnce()
        => Assert.Equal("[text | integer | { a: text }]", Of("""[ "x", 1, { "a": "x" }, "y" ]"""));

    [Fact]
    public void Of_MembersNamedByValues_HidesTheNames()
        => Assert.Equal("{ <other>: { name: text } }", Of("""{ "anna@example.com": { "name": "Anna" }, "bt_0-1": { "name": "Bert" } }"""));

    [Fact]
    public void Of_MemberThatOccursTwiceInOneRow_IsStillMissingInTheOther()
        => Assert.Equal("[{ a?: integer }]", Of("""[ { "a": 1, "a": 2 }, {} ]"""));

    [Theory]
    [InlineData("Document does not exist", "Document does not exist")]
    [InlineData("Document 123456-AB does not exist", "Document 000000-AB does not exist")]
    [InlineData("No mail to anna@example.com, sorry", "No mail to <address> sorry")]
    [InlineData("The file \"my will.pdf\" doesn't exist, isn't it", "The file \"...\" doesn't exist, isn't it")]
    [InlineData("The label 'payroll' is unknown", "The label \"...\" is unknown")]
    public void Masked_Text_KeepsItsWordsOnly(string text, string expected) => Assert.Equal(expected, Shape.Masked(text));

    private static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Shape.Of(document.RootElement);
    }
}
