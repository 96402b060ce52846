namespace OkSign.Client.Tests;

public class SigningOptionsTests
{
    [Theory]
    [InlineData("{}", true)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"x\"", true)]
    [InlineData("[]", true)]
    [InlineData("[{\"a\":[1]}]", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("\"\"", false)]
    public void Read_MethodOfAnyForm_IsAllowedByBeingThere(string json, bool isAllowed)
    {
        SigningOptions options = Read($$"""{"pen": {}, "itsme": {{json}} }""");

        Assert.Equal(isAllowed, options.Itsme is not null);
        Assert.NotNull(options.Pen);
        Assert.Null(options.Eid);
    }

    [Fact]
    public void Read_LongForm_IsRead()
    {
        SigningOptions options = Read(
            """
            {
              "tan": {
                "identification": { "name": "Anna", "actingas": "CEO", "readonly": "true", "required": 1 },
                "verification": { "gsm": { "msisdns": "+32470000001", "readonly": false } }
              }
            }
            """);

        Assert.Equal("Anna", options.Sms!.Identification!.Name);
        Assert.Equal("CEO", options.Sms.Identification.ActingAs);
        Assert.True(options.Sms.Identification.IsReadOnly);
        Assert.True(options.Sms.Identification.IsRequired);
        Assert.Equal(["+32470000001"], options.Sms.Verification!.Mobile!.Numbers);
        Assert.False(options.Sms.Verification.Mobile.IsReadOnly);
    }

    [Fact]
    public void Read_EveryMethod_HasItsProperty()
    {
        SigningOptions options = Read("""{"eid":{},"itsme":{},"tan":{},"pen":{},"smartid":{}}""");

        Assert.All([options.Eid, options.Itsme, options.Sms, options.Pen, options.SmartId], Assert.NotNull);
        Assert.Empty(options.AdditionalMembers);
    }

    [Fact]
    public void RoundTrip_UnknownMethod_IsKept() => WireJson.AssertSurvives("""{"pen":{},"retina":{"eye":"left"},"aura":true}""", FormDescriptorsJson.Shared.SigningOptions);

    [Fact]
    public void Allow_KnownMethods_AreWrittenInTheShortForm()
        => WireJson.AssertSame(
            """{"eid":{},"itsme":{},"tan":{},"pen":{},"smartid":{}}""",
            Write(SigningOptions.Allow(SigningMethod.Eid, SigningMethod.Itsme, SigningMethod.Sms, SigningMethod.Pen, SigningMethod.SmartId)));

    [Fact]
    public void Allow_OneMethod_LeavesTheOthersOut() => WireJson.AssertSame("""{"tan":{}}""", Write(SigningOptions.Allow(SigningMethod.Sms)));

    [Fact]
    public void Allow_KnownMethodInOtherLetterCase_IsThatMethod()
        => WireJson.AssertSame("""{"itsme":{}}""", Write(SigningOptions.Allow(new SigningMethod("ITSME"))));

    [Fact]
    public void Allow_UnknownMethodTwice_IsSentOnceByItsKey()
        => WireJson.AssertSame("""{"pen":{},"retina":{}}""", Write(SigningOptions.Allow(SigningMethod.Pen, new("retina"), new("Retina"))));

    [Fact]
    public void Allow_Nothing_IsRefused() => Assert.Throws<ArgumentException>("methods", () => SigningOptions.Allow());

    [Fact]
    public void Allow_MethodWithoutKey_IsRefused()
    {
        Assert.Throws<ArgumentException>("methods", () => SigningOptions.Allow(default(SigningMethod)));
        Assert.Throws<ArgumentException>("methods", () => SigningOptions.Allow(SigningMethod.Pen, new SigningMethod("")));
    }

    [Fact]
    public void Allow_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => SigningOptions.Allow(null!));

    private static SigningOptions Read(string json) => WireJson.Read(json, FormDescriptorsJson.Shared.SigningOptions);

    private static string Write(SigningOptions options) => WireJson.Write(options, FormDescriptorsJson.Shared.SigningOptions);
}
