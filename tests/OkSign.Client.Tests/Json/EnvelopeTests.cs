using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests;

public class EnvelopeTests
{
    [Theory]
    [InlineData("OK", true, false)]
    [InlineData("ok", true, false)]
    [InlineData("Ok", true, false)]
    [InlineData("FAILED", false, true)]
    [InlineData("failed", false, true)]
    [InlineData("Failed", false, true)]
    [InlineData("OKAY", false, false)]
    [InlineData(" OK", false, false)]
    [InlineData("", false, false)]
    [InlineData("\\u004f\\u004B", true, false)]
    public void Parse_Status_IsReadInAnyCase(string status, bool isOk, bool isFailed)
    {
        Envelope envelope = Parse($$"""{"status":"{{status}}","reason":1}""");

        Assert.Equal((isOk, isFailed), (envelope.IsOk, envelope.IsFailed));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"reason":"x"}""")]
    [InlineData("""{"status":true}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":{"status":"OK"}}""")]
    [InlineData("""{"status":["OK"]}""")]
    [InlineData("""{"more":{"status":"OK"}}""")]
    [InlineData("""{"more":["status","OK"]}""")]
    public void Parse_NoTextualStatusAtTheTop_HasNone(string json) => Assert.Null(Parse(json).Status);

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("\"\"")]
    [InlineData("12.5e1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1, [2], {\"a\": 3} ]")]
    [InlineData("{\"status\": \"FAILED\", \"reason\": [ ] }")]
    [InlineData("\"https:\\/\\/x\"")]
    public void Parse_Reason_IsItsJsonAsItStands(string reason)
    {
        Assert.Equal(reason, TextOf(Parse($$"""{"status":"OK","reason": {{reason}} }""").Reason));
        Assert.Equal(reason, TextOf(Parse($$"""{"reason":{{reason}},"status":"OK"}""").Reason));
    }

    [Fact]
    public void Parse_MembersReversedAndOthersAround_FindsBoth()
    {
        Envelope envelope = Parse("""{"a":[{"reason":0}],"reason":{"x":1},"b":{"status":"FAILED"},"status":"OK","c":null}""");

        Assert.True(envelope.IsOk);
        Assert.Equal("""{"x":1}""", TextOf(envelope.Reason));
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped()
    {
        Envelope envelope = Envelope.Parse((byte[])[0xEF, 0xBB, 0xBF, .. """{"status":"OK","reason":"abc"}"""u8]);

        Assert.True(envelope.IsOk);
        Assert.Equal("\"abc\"", TextOf(envelope.Reason));
    }

    [Fact]
    public void Parse_TwoByteOrderMarks_IsRefused()
        => Assert.ThrowsAny<JsonException>(() => Envelope.Parse((byte[])[0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "{}"u8]));

    [Fact]
    public void Parse_DuplicateMembers_TakesTheLast()
    {
        Envelope envelope = Parse("""{"status":"OK","status":"FAILED","reason":1,"reason":2}""");

        Assert.True(envelope.IsFailed);
        Assert.Equal("2", TextOf(envelope.Reason));
    }

    [Fact]
    public void Parse_EscapedMemberName_IsRecognised() => Assert.True(Parse("""{"st\u0061tus":"OK"}""").IsOk);

    [Theory]
    [InlineData("STATUS")]
    [InlineData("statu")]
    [InlineData("statuss")]
    public void Parse_OtherMemberName_IsNotTheStatus(string name) => Assert.Null(Parse($$"""{"{{name}}":"OK"}""").Status);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{\"status\"")]
    [InlineData("{\"status\":\"OK\"")]
    [InlineData("{\"status\":\"OK\",")]
    [InlineData("{\"status\":\"OK\",\"reason\":[1,2")]
    [InlineData("{\"status\":\"OK\",\"reason\":\"ab")]
    [InlineData("{\"status\":\"OK\"} x")]
    [InlineData("{\"status\":\"OK\"}{\"status\":\"OK\"}")]
    [InlineData("{\"status\":\"OK\"},")]
    [InlineData("{\"status\":\"OK\",}")]
    [InlineData("{'status':'OK'}")]
    [InlineData("{\"status\":OK}")]
    [InlineData("[]")]
    [InlineData("[{\"status\":\"OK\"}]")]
    [InlineData("\"OK\"")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("OK")]
    [InlineData("%PDF-1.7")]
    [InlineData("{\"status\":\"\\ud800\"}")]
    public void Parse_NotOneJsonObject_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Parse(json));

    [Fact]
    public void Parse_DeepNesting_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => Parse($$"""{"status":"FAILED","reason":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}"""));

    [Fact]
    public void Parse_LoneSurrogateInAnotherMembersName_IsNoMatter()
    {
        Envelope envelope = Parse("""{"\ud800":1,"status":"OK","reason":"abc","\ud801":"FAILED"}""");

        Assert.True(envelope.IsOk);
        Assert.Equal("\"abc\"", TextOf(envelope.Reason));
    }

    [Fact]
    public void Parse_AnotherJsonValue_SaysWhatIsWrong()
        => Assert.Equal("The answer is not a JSON object.", Assert.Throws<JsonException>(static () => Parse("[]")).Message);

    [Fact]
    public void With_AnotherReason_KeepsTheStatus()
    {
        Envelope envelope = Parse("""{"status":"OK","reason":"abc"}""").With("7"u8.ToArray());

        Assert.Equal(("OK", "7"), (envelope.Status, TextOf(envelope.Reason)));
    }

    [Theory]
    [InlineData("""{"status":"OK"}""", true)]
    [InlineData("""{"status":"OK","reason":null}""", true)]
    [InlineData("""{"status":"OK","reason":""}""", true)]
    [InlineData("""{"status":"OK","reason":[ ]}""", true)]
    [InlineData("""{"status":"OK","reason":{ }}""", true)]
    [InlineData("""{"status":"OK","reason":" "}""", false)]
    [InlineData("""{"status":"OK","reason":[""]}""", false)]
    [InlineData("""{"status":"OK","reason":{"a":null}}""", false)]
    [InlineData("""{"status":"OK","reason":0}""", false)]
    [InlineData("""{"status":"OK","reason":false}""", false)]
    [InlineData("""{"status":"OK","reason":"\ud800"}""", false)]
    public void HasEmptyReason_Reason_TellsNothingFromSomething(string json, bool expected) => Assert.Equal(expected, Parse(json).HasEmptyReason);

    [Theory]
    [InlineData("\"No such thing\"", "No such thing")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[\"a\",\"b\"]", "a", "b")]
    [InlineData("[\"a\",[\"b\",[\"c\"]],\"\",null]", "a", "b", "c")]
    [InlineData("{\"code\":1}", "{\"code\":1}")]
    [InlineData("[\"a\",{\"code\": 1},7,true]", "a", "{\"code\": 1}", "7", "true")]
    [InlineData("42", "42")]
    [InlineData("\"a\\/b \\u00e9\"", "a/b é")]
    [InlineData("\"\\ud800\"", "\"\\ud800\"")]
    public void Reasons_ReasonOfAnyForm_IsAListOfTexts(string reason, params string[] expected)
        => Assert.Equal(expected, Parse(Sample.Failed(reason)).Reasons());

    [Fact]
    public void Reasons_NoReason_IsEmpty() => Assert.Empty(Parse("""{"status":"FAILED"}""").Reasons());

    [Theory]
    [InlineData("\"?\"")]
    [InlineData("[\"a\",\"?\"]")]
    [InlineData("{\"a\":\"?\"}")]
    public void Reasons_BytesThatAreNoUtf8_AreToldInSomeForm(string reason)
    {
        byte[] json = Encoding.UTF8.GetBytes(Sample.Failed(reason));
        json[Array.IndexOf(json, (byte)'?')] = 0xFF;

        Assert.NotEmpty(Envelope.Parse(json).Reasons());
    }

    [Fact]
    public void Reasons_VeryMany_AreTheFirstThousand()
    {
        IReadOnlyList<string> reasons = Parse(Sample.Failed($"[{string.Join(",", Enumerable.Range(1, 1_001))}]")).Reasons();

        Assert.Equal(1_000, reasons.Count);
        Assert.Equal("1000", reasons[^1]);
    }

    [Theory]
    [InlineData("[0", ",0", "]")]
    [InlineData("{\"a\":0", ",\"a\":0", "}")]
    [InlineData("[[]", ",[]", "]")]
    public void Parse_MoreValuesThanAnyAnswerHas_Throws(string start, string repeated, string end)
        => Assert.Throws<JsonException>(() => Parse(Sample.Ok(start + string.Concat(Enumerable.Repeat(repeated, Envelope.MaxTokens)) + end)));

    [Fact]
    public void Parse_FortyThousandDocuments_IsUnderstood()
    {
        string row = $"{{{string.Join(",", Enumerable.Range(1, 11).Select(static number => $"\"m{number}\":{number}"))}}}";

        Assert.True(Parse(Sample.Ok($"[{string.Join(",", Enumerable.Repeat(row, 40_000))}]")).IsOk);
    }

    [Fact]
    public void Bare_Always_IsTheWholeTextWithoutStatus()
    {
        var envelope = Envelope.Bare((byte[])[0xEF, 0xBB, 0xBF, .. """{"quantity":1}"""u8]);

        Assert.Equal("""{"quantity":1}""", TextOf(envelope.Reason));
        Assert.Null(envelope.Status);
        Assert.False(envelope.IsOk);
    }

    private static Envelope Parse(string json) => Envelope.Parse(Sample.Utf8(json));

    private static string TextOf(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
