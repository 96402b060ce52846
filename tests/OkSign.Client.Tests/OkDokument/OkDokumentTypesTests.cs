using System.Text.Json;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument;

/// <summary>The open lists, the ids and what carries a code.</summary>
public class OkDokumentTypesTests
{
    public static TheoryData<string> TextsThatAreNoId => ["", " ", "a b", "a\u0000", "a\n", "\u010d", ".", ".."];

    [Fact]
    public void Equals_OtherLetterCase_IsTrueWithTheSameHash()
    {
        AssertSame(StoredDocumentState.ToSign, new StoredDocumentState("TOSIGN"));
        AssertSame(FormFieldKind.Signature, new FormFieldKind("signature"));
        AssertSame(FieldHandling.ReadOnly, new FieldHandling("readonly"));
        AssertSame(TemplateLanguage.Slovak, new TemplateLanguage("SK"));
        AssertSame(RedirectResult.Success, new RedirectResult("Success"));
        AssertSame(OkDokumentMessage.NotFound, new OkDokumentMessage("ERR.NOT.FOUND"));
        AssertSame(default(StoredDocumentState), default);
    }

    [Fact]
    public void Equals_OtherText_IsFalse()
    {
        Assert.NotEqual(StoredDocumentState.Signed, StoredDocumentState.Canceled);
        Assert.NotEqual(FormFieldKind.Text, FormFieldKind.ComboBox);
        Assert.NotEqual(FieldHandling.Keep, FieldHandling.Flatten);
        Assert.NotEqual(TemplateLanguage.Czech, TemplateLanguage.Polish);
        Assert.NotEqual(RedirectResult.Close, RedirectResult.Mobile);
        Assert.NotEqual(OkDokumentMessage.Deleted, OkDokumentMessage.Updated);
    }

    [Fact]
    public void ToString_OfAny_IsTheServicesText()
    {
        Assert.Equal("tostamp", StoredDocumentState.ToStamp.ToString());
        Assert.Equal("CHECKBOX", FormFieldKind.CheckBox.ToString());
        Assert.Equal("readOnly", FieldHandling.ReadOnly.ToString());
        Assert.Equal("hu", TemplateLanguage.Hungarian.ToString());
        Assert.Equal("cancel", RedirectResult.Cancel.ToString());
        Assert.Equal("err.signature.request.not.exist", OkDokumentMessage.RequestDoesNotExist.ToString());
        Assert.Equal("", $"{default(StoredDocumentState)}{default(FormFieldKind)}{default(FieldHandling)}{default(TemplateLanguage)}{default(RedirectResult)}{default(OkDokumentMessage)}");
    }

    [Theory]
    [InlineData("signed", true)]
    [InlineData("Canceled", true)]
    [InlineData("errorsendinfo", true)]
    [InlineData("tosign", false)]
    [InlineData("tags", false)]
    [InlineData("of tomorrow", false)]
    public void IsFinal_State_IsTrueOnceTheSignerIsDone(string state, bool expected) => Assert.Equal(expected, new StoredDocumentState(state).IsFinal);

    [Theory]
    [MemberData(nameof(TextsThatAreNoId))]
    public void Id_TextThatIsNone_IsRefused(string text)
    {
        Assert.Throws<ArgumentException>("value", () => new StoredDocumentId(text));
        Assert.Throws<ArgumentException>("value", () => new SignatureRequestId(text));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("OFF")]
    public void SignatureRequestId_WordForNoRequest_IsRefused(string text) => Assert.Throws<ArgumentException>("value", () => new SignatureRequestId(text));

    [Fact]
    public void SignatureRequestId_New_IsAnotherUuidEachTime()
    {
        var id = SignatureRequestId.New();

        Assert.True(Guid.TryParseExact(id.Value, "D", out _));
        Assert.NotEqual(id, SignatureRequestId.New());
    }

    [Fact]
    public void Ids_DefaultValues_AreEmpty()
    {
        Assert.Equal(("", ""), (default(StoredDocumentId).Value, default(StoredDocumentId).ToString()));
        Assert.Equal(("", ""), (default(SignatureRequestId).Value, default(SignatureRequestId).ToString()));
    }

    [Fact]
    public void Ids_InJson_AreTexts()
    {
        var id = new StoredDocumentId(new string('a', 300) + "_-");

        Assert.Equal(id, WireJson.Read($"\"{id}\"", StorageJson.Shared.StoredDocumentId));
        Assert.Throws<JsonException>(() => WireJson.Read("\"..\"", StorageJson.Shared.StoredDocumentId));
    }

    [Fact]
    public void Message_OfAnException_IsItsCode()
    {
        Assert.Null(OkDokumentMessage.Of(new OkSignNotFoundException("X", "gone")));
        Assert.Null(new OkSignConflictException("X", "used").Code);
        Assert.Throws<ArgumentNullException>("exception", () => OkDokumentMessage.Of(null!));
    }

    [Fact]
    public void Limits_AreWhatTheServiceSays()
        => Assert.Equal(
            (10, 30, 24, 10),
            (OkDokumentLimits.SignedRetention.TotalDays, OkDokumentLimits.UnsignedRetention.TotalDays, OkDokumentLimits.UsualExpiration.TotalHours, OkDokumentLimits.LongestExpiration.TotalDays));

    private static void AssertSame<T>(T one, T other)
        where T : struct
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
