using System.Text.Json;

namespace OkSign.Client.Tests;

public class OpenEnumTests
{
    [Fact]
    public void Equals_OtherLetterCase_IsTrueWithTheSameHash()
    {
        AssertSame(InputType.Signature, new InputType("canvassig"));
        AssertSame(SigningMethod.Sms, new SigningMethod("TAN"));
        AssertSame(Language.Dutch, new Language("NL"));
        AssertSame(new UserRole("Admin"), new UserRole("ADMIN"));
        AssertSame(new UserStatus("active"), new UserStatus("Active"));
        AssertSame(AuthenticationMethod.Eid, new AuthenticationMethod("EID"));
        AssertSame(DeliveryEvent.HardBounce, new DeliveryEvent("HARD_BOUNCE"));
        AssertSame(ValidationFunction.Email, new ValidationFunction("bt_customers.OKSIGN.isvalidemail<BLUR>()"));
    }

    [Fact]
    public void Equals_OtherText_IsFalse()
    {
        Assert.NotEqual(InputType.Text, InputType.TextArea);
        Assert.NotEqual(SigningMethod.Pen, SigningMethod.Eid);
        Assert.NotEqual(Language.Dutch, Language.French);
        Assert.NotEqual(new UserRole("admin"), new UserRole("user"));
        Assert.NotEqual(new UserStatus("active"), new UserStatus("blocked"));
        Assert.NotEqual(AuthenticationMethod.Pen, AuthenticationMethod.Sms);
        Assert.NotEqual(DeliveryEvent.HardBounce, DeliveryEvent.SoftBounce);
        Assert.NotEqual(ValidationFunction.Email, new ValidationFunction("other"));
    }

    [Fact]
    public void Equals_Default_IsOnlyTheDefault()
    {
        AssertSame(default(InputType), default);
        Assert.NotEqual(default, new InputType(""));
        Assert.NotEqual(default, InputType.Text);
    }

    [Fact]
    public void ToString_Always_IsTheText()
    {
        Assert.Equal("CanvasSIG", InputType.Signature.ToString());
        Assert.Equal("tan", SigningMethod.Sms.ToString());
        Assert.Equal("nl", Language.Dutch.ToString());
        Assert.Equal("Smart-ID", AuthenticationMethod.SmartId.ToString());
        Assert.Equal("BT_CUSTOMERS.oksign.isValidEmail<blur>()", ValidationFunction.Email.ToString());
        Assert.Equal("admin", new UserRole("admin").ToString());
        Assert.Equal("active", new UserStatus("active").ToString());
        Assert.Equal("12", DocumentStatus.Reusable.ToString());
    }

    [Fact]
    public void ToString_OfTheDefault_IsEmpty()
    {
        Assert.Equal("", default(InputType).ToString());
        Assert.Equal("", default(SigningMethod).ToString());
        Assert.Equal("", default(Language).ToString());
        Assert.Equal("", default(AuthenticationMethod).ToString());
        Assert.Equal("", default(ValidationFunction).ToString());
        Assert.Equal("", default(UserRole).ToString());
        Assert.Equal("", default(UserStatus).ToString());
        Assert.Equal("", default(DeliveryEvent).ToString());
    }

    [Theory]
    [InlineData("Hologram")]
    [InlineData("text")]
    [InlineData("")]
    [InlineData(" ")]
    public void InputType_AnyText_SurvivesUnchanged(string text)
        => WireJson.AssertSurvives($$"""{"inputtype":"{{text}}","name":"a","signerid":"b"}""", FormDescriptorsJson.Shared.FormField);

    [Fact]
    public void Values_UnknownOnes_SurviveUnchanged()
    {
        WireJson.AssertSurvives("""{"to":["a"],"subject":"s","language":"tlh"}""", FormDescriptorsJson.Shared.EmailNotification);
        WireJson.AssertSurvives("""{"inputtype":"Text","name":"a","signerid":"b","fnname":"BT.isIban<blur>()"}""", FormDescriptorsJson.Shared.FormField);
        WireJson.AssertSurvives("""{"role":"Archivist","status":"Dormant"}""", UsersJson.Shared.AccountUser);
        WireJson.AssertSurvives("""{"authMethod":"Retina"}""", MetadataJson.Shared.SignatureDetails);
        WireJson.AssertSurvives("""{"event":"eaten_by_dog"}""", DeliveryErrorsJson.Shared.DeliveryError);
    }

    [Fact]
    public void Values_Empty_AreNullWhereTheyAreOptional()
    {
        Assert.Null(WireJson.Read("""{"authMethod":""}""", MetadataJson.Shared.SignatureDetails).AuthenticationMethod);
        Assert.Null(WireJson.Read("""{"role":""}""", UsersJson.Shared.AccountUser).Role);
        Assert.Null(WireJson.Read("""{"status":null}""", UsersJson.Shared.AccountUser).Status);
        Assert.Null(WireJson.Read("""{"inputtype":""}""", MetadataJson.Shared.MetadataField).InputType);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"12\"", 12)]
    [InlineData("99", 99)]
    [InlineData("-1", -1)]
    public void DocumentStatus_NumberOrText_IsRead(string json, int code)
        => Assert.Equal(new DocumentStatus(code), Row(json).Status);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void DocumentStatus_Empty_IsNull(string json) => Assert.Null(Row(json).Status);

    [Theory]
    [InlineData("\"active\"")]
    [InlineData("1.5")]
    [InlineData("{}")]
    public void DocumentStatus_NoNumber_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Row(json));

    [Fact]
    public void DocumentStatus_Unknown_SurvivesUnchanged()
        => WireJson.AssertSurvives("""{"docid":"a-1","status":99}""", DocumentsJson.Shared.ActiveDocument);

    [Fact]
    public void DocumentStatus_KnownOnes_HaveTheServicesNumbers()
        => Assert.Equal(
            [1, 10, 11, 12, 14],
            new[] { DocumentStatus.Active, DocumentStatus.Briefcase, DocumentStatus.InBriefcase, DocumentStatus.Reusable, DocumentStatus.Template }
                .Select(static status => status.Code));

    private static ActiveDocument Row(string status)
        => WireJson.Read($$"""{"docid":"a-1","status":{{status}}}""", DocumentsJson.Shared.ActiveDocument);

    private static void AssertSame<T>(T one, T other)
        where T : struct, IEquatable<T>
    {
        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
