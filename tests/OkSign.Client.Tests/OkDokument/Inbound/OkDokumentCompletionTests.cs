using System.Text;
using CsCheck;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.Inbound;

public class OkDokumentCompletionTests
{
    private const string Whole = $$"""{ "state": "signed", "id": "{{Dokument.DocumentIdText}}", "signatureRequestId": "{{Dokument.RequestIdText}}" }""";

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"state\"", "\"id\"", "\"signatureRequestId\"", "\"result\"", "\"signed\"", "\"off\"", "\"..\"", "null", "1e999", "\"\\ud800\"", "\"\\u0000\"", "\ud800", " ", "\ufeff",
    ];

    [Fact]
    public void Parse_AsTheWikiHasIt_HasAllThree()
    {
        OkDokumentCompletion completion = OkDokumentCompletion.Parse(Whole);

        Assert.Equal((StoredDocumentState.Signed, Dokument.DocumentId, Dokument.RequestId), (completion.State, completion.DocumentId, completion.SignatureRequestId));
        Assert.Equal(3, completion.Members.Count);
        Assert.Equal(nameof(OkDokumentCompletion), completion.ToString());
    }

    [Fact]
    public void Parse_Bytes_IsTheSame() => Assert.Equal(Dokument.DocumentId, OkDokumentCompletion.Parse(Sample.Utf8(Whole)).DocumentId);

    [Fact]
    public void Parse_AsTheConnectorHasIt_HasTheRequest()
    {
        OkDokumentCompletion completion = OkDokumentCompletion.Parse($$"""{ "code": "SUCCESS", "result": "{{Dokument.RequestIdText}}", "success": true, "url": "https://a.example" }""");

        Assert.Equal((null, null, Dokument.RequestId), (completion.State, completion.DocumentId, completion.SignatureRequestId));
        Assert.True(completion.Members["SUCCESS"].GetBoolean());
    }

    [Theory]
    [InlineData("""{ "STATE": "Canceled" }""", "Canceled")]
    [InlineData("""{ "state": "expired", "new": { "deep": [] } }""", "expired")]
    [InlineData("""{ "state": 7 }""", "7")]
    public void Parse_StateInOtherForms_IsKept(string body, string expected) => Assert.Equal(new StoredDocumentState(expected), OkDokumentCompletion.Parse(body).State);

    [Theory]
    [InlineData("a b")]
    [InlineData("\\u0000")]
    [InlineData("..")]
    [InlineData("\\u010d")]
    public void Parse_IdsThatAreNone_AreNone(string id)
    {
        OkDokumentCompletion completion = OkDokumentCompletion.Parse($$"""{ "state": "signed", "id": "{{id}}", "signatureRequestId": "off" }""");

        Assert.Equal((null, null), (completion.DocumentId, completion.SignatureRequestId));
    }

    [Fact]
    public void Parse_NameTwice_TheLastCountsEverywhere()
    {
        OkDokumentCompletion completion = OkDokumentCompletion.Parse("""{ "id": "a", "ID": "b" }""");

        Assert.Equal((new StoredDocumentId("b"), "b"), (completion.DocumentId, completion.Members["id"].GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "more": 1 }""")]
    [InlineData("""{ "state": "" }""")]
    [InlineData("""{ "state": { "x": "signed" }, "id": [] }""")]
    [InlineData("""{ "state": "signed" """)]
    [InlineData("""{ "state": "signed" } {}""")]
    [InlineData("""{ "state": "signed", "\ud800": 1 }""")]
    [InlineData("state=signed")]
    public void TryParse_Unfit_SaysWhy(string? body)
    {
        Assert.False(OkDokumentCompletion.TryParse(body, out OkDokumentCompletion? completion, out string? reason));

        Assert.Null(completion);
        Assert.StartsWith("The body ", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("signed", reason, StringComparison.Ordinal);
        if (body is not null)
        {
            Assert.Equal(reason, Assert.Throws<FormatException>(() => OkDokumentCompletion.Parse(body)).Message);
        }
    }

    [Theory]
    [InlineData(OkDokumentCompletion.MaxLength, 'a', true)]
    [InlineData(OkDokumentCompletion.MaxLength + 1, 'a', false)]
    [InlineData(OkDokumentCompletion.MaxLength - 1, '\u010d', false)]
    public void TryParse_LongBody_IsReadUpToTheLimitInBytes(int length, char filling, bool isRead)
    {
        const string Start = """{"state":"signed","x":""";
        string body = $"{Start}\"{new string(filling, length - Start.Length - 3)}\"}}";

        bool fromText = OkDokumentCompletion.TryParse(body, out _, out string? reason);
        bool fromBytes = OkDokumentCompletion.TryParse(Sample.Utf8(body), out _, out _);

        Assert.Equal((length, isRead, isRead), (body.Length, fromText, fromBytes));
        Assert.Equal(!isRead, reason == "The body is longer than 65536 bytes.");
    }

    [Fact]
    public void TryParse_TooManyMembers_IsRefused()
    {
        string body = $"{{{string.Join(',', Enumerable.Range(0, 300).Select(static number => $"\"m{number}\":\"signed\""))},\"state\":\"signed\"}}";

        Assert.False(OkDokumentCompletion.TryParse(body, out _, out string? reason));
        Assert.Contains("more than 256", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BytesThatAreNoText_BecomeTheSignForIt()
    {
        OkDokumentCompletion completion = OkDokumentCompletion.Parse((byte[])[.. """{"state":"signed","name":"a"""u8, 0xDE, .. "\"}"u8]);

        Assert.Equal((StoredDocumentState.Signed, "a\ufffd"), (completion.State, completion.Members["name"].GetString()));
    }

    [Fact]
    public void Parse_Null_IsRefused() => Assert.Throws<ArgumentNullException>("body", () => OkDokumentCompletion.Parse((string)null!));

    [Fact]
    public void TryParse_AnyBody_IsReadOrRefused()
        => Gen.OneOf(
                Gen.String,
                Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(static indexes => string.Concat(indexes.Select(static index => Pieces[index]))),
                AnyAnswer.Like(Whole).Select(static bytes => Encoding.Latin1.GetString(bytes)))
            .Sample(
                static body => OkDokumentCompletion.TryParse(body, out OkDokumentCompletion? completion, out string? reason) == (reason is null)
                    && (completion is null) == (reason is not null),
                iter: 20_000);

    [Fact]
    public void TryParse_AnyBytes_AreReadOrRefused()
        => Gen.OneOf(AnyAnswer.Bytes, AnyAnswer.Like(Whole)).Sample(
            static body => OkDokumentCompletion.TryParse(body.AsMemory(), out _, out string? reason) == (reason is null),
            iter: 20_000);
}
