using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.SignatureRequests;

public class SigningRulesTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("_", "{}")]
    [InlineData("signAnywhereEnabled-true", """{ "signAnywhereEnabled": true }""")]
    [InlineData("signAnywhere-false", """{ "signAnywhereEnabled": false }""")]
    [InlineData("guiSignerName-Eva Nova_guiRequestSignerName-true_signAnywhereEnabled-false", """{ "guiSignerName": "Eva Nova", "guiRequestSignerName": true, "signAnywhereEnabled": false }""")]
    [InlineData("guiSignerName-Eva Nova-Mala", """{ "guiSignerName": "Eva Nova-Mala" }""")]
    [InlineData("emailTo-eva_nova@example.com_emailFrom-agent@example.com", """{ "emailTo": "eva_nova@example.com", "emailFrom": "agent@example.com" }""")]
    [InlineData("guiSignerName-_x_y", """{ "guiSignerName": "_x_y" }""")]
    [InlineData("emailNotification", """{ "emailNotification": true }""")]
    [InlineData("emailFinal_nameFrom-Agency", """{ "emailFinal": "", "nameFrom": "Agency" }""")]
    [InlineData("emailFinal-a@example.com|b@example.com", """{ "emailFinal": "a@example.com;b@example.com" }""")]
    [InlineData("emailNotification_language-en", """{ "emailNotification": true, "lang": "en" }""")]
    [InlineData("emailNotification_ruleOfTomorrow-1", """{ "emailNotification": true, "ruleOfTomorrow": "1" }""")]
    [InlineData("ruleOfTomorrow", """{ "ruleOfTomorrow": "true" }""")]
    [InlineData("guiSignatureNumber-2", """{ "guiSignatureNumber": 2 }""")]
    [InlineData("openOtpPhone-+421900000000", """{ "openOtpPhone": "+421900000000" }""")]
    [InlineData("resulturl-https://a.example/x_y-z", """{ "resulturl": "https://a.example/x_y-z" }""")]
    [InlineData("-x_lang-en", """{ "lang": "en" }""")]
    [InlineData("ExtensionData-x", """{ "ExtensionData": "x" }""")]
    [InlineData("signAnywhere_signAnywhere-false", """{ "signAnywhereEnabled": false }""")]
    [InlineData("lang-en_lang-sk", """{ "lang": "sk" }""")]
    public void Parse_OlderForm_IsTheSameRules(string text, string expected) => AssertRules(expected, SigningRules.Parse(text));

    [Theory]
    [InlineData("""{ "lang": "en", "emailFinal": "a@example.com | b@example.com;", "guiSignatureNumber": "2", "signAnywhereEnabled": "false" }""", """{ "lang": "en", "emailFinal": "a@example.com;b@example.com", "guiSignatureNumber": 2, "signAnywhereEnabled": false }""")]
    [InlineData("""  { "emailTo.client": "x", "sendInfo.user": "y" }""", """{ "emailTo.client": "x", "sendInfo.user": "y" }""")]
    [InlineData("""{ "lang": "", "emailFinal": null }""", "{}")]
    public void Parse_Json_IsRead(string json, string expected) => AssertRules(expected, SigningRules.Parse(json));

    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{ "signAnywhereEnabled": [] }""")]
    [InlineData("""{ "resulturl": "/relative" }""")]
    [InlineData("""{ "\ud800": 1, "lang": "\ud800" }""")]
    [InlineData("signAnywhereEnabled-maybe")]
    [InlineData("guiSignatureNumber-many")]
    [InlineData("sendInfo-ftp://a.example")]
    public void Parse_ValueOfAWrongKind_IsRefused(string text) => Assert.Throws<FormatException>(() => SigningRules.Parse(text));

    [Fact]
    public void Parse_Null_IsRefused() => Assert.Throws<ArgumentNullException>("text", () => SigningRules.Parse(null!));

    [Fact]
    public void Parse_AnyText_IsReadOrRefused()
        => Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(static indexes => string.Concat(indexes.Select(static index => Pieces[index]))))
            .Sample(
                static text =>
                {
                    try
                    {
                        return SigningRules.Parse(text) is not null;
                    }
                    catch (FormatException)
                    {
                        return true;
                    }
                },
                iter: 10_000);

    [Theory]
    [InlineData(new string[0], "")]
    [InlineData(new[] { "a@example.com" }, "a@example.com")]
    [InlineData(new[] { "a@example.com", "b@example.com" }, "a@example.com;b@example.com")]
    public void FinalRecipients_Written_AreOneText(string[] addresses, string expected)
    {
        string json = WireJson.Write(new SigningRules { FinalRecipients = addresses }, RequestsJson.Shared.SigningRules);

        WireJson.AssertSame(new JsonObject { ["emailFinal"] = expected }.ToJsonString(), json);
        Assert.Equal(addresses, WireJson.Read(json, RequestsJson.Shared.SigningRules).FinalRecipients);
    }

    [Fact]
    public void AdditionalMembers_Written_GoAlong()
    {
        var rules = new SigningRules { AdditionalMembers = new Dictionary<string, JsonElement> { ["ruleOfTomorrow"] = JsonElement.Parse("[1]") } };

        Assert.Equal("""{"ruleOfTomorrow":[1]}""", WireJson.Write(rules, RequestsJson.Shared.SigningRules));
    }

    private static readonly string[] Pieces = ["_", "-", "{", "}", "signAnywhereEnabled", "emailFinal", "lang", "guiSignatureNumber", "resulturl", "\ud800", "\u0000", "\"", "1", "true", "\\u0022"];

    private static void AssertRules(string expected, SigningRules actual) => WireJson.AssertSame(expected, WireJson.Write(actual, RequestsJson.Shared.SigningRules));
}
