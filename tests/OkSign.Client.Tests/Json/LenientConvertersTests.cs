using System.Globalization;
using System.Text.Json;

namespace OkSign.Client.Tests;

public class LenientConvertersTests
{
    [Theory]
    [InlineData("\"a.pdf\"", "a.pdf")]
    [InlineData("\"\"", "")]
    [InlineData("12", "12")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("\"a\\/b\\u00e9\"", "a/bé")]
    public void String_AnyScalar_IsItsText(string json, string? expected) => Assert.Equal(expected, Info($$"""{"filename":{{json}}}""").FileName);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public void String_NoText_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Info($$"""{"filename":{{json}}}"""));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("2.5", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Boolean_AnyForm_IsRead(string json, bool? expected) => Assert.Equal(expected, Info($$"""{"template":{{json}}}""").IsTemplate);

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("\"2\"")]
    [InlineData("{}")]
    [InlineData("[true]")]
    public void Boolean_OtherForm_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Info($$"""{"template":{{json}}}"""));

    [Fact]
    public void Boolean_NotOptional_ReadsEmptyAsFalse()
    {
        var reader = new Utf8JsonReader("\"\""u8);
        reader.Read();

        Assert.False(new LenientBooleanConverter().Read(ref reader, typeof(bool), OkSignJson.CreateOptions()));
    }

    [Theory]
    [InlineData("{\"template\":true}")]
    [InlineData("{\"template\":false}")]
    public void Boolean_Written_IsABoolean(string json) => WireJson.AssertSurvives(json, DocumentsJson.Shared.DocumentInfo);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void OptionalInteger_AnyForm_IsRead(string json, int? expected)
        => Assert.Equal(expected, Row($$"""{"docid":"a-1","nbrOfSigaturesRequired":{{json}}}""").SignaturesRequired);

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("3.5")]
    [InlineData("99999999999")]
    public void OptionalInteger_NoInteger_IsAJsonException(string json)
        => Assert.ThrowsAny<JsonException>(() => Row($$"""{"docid":"a-1","nbrOfSigaturesRequired":{{json}}}"""));

    [Fact]
    public void OptionalNumbers_EmptyOrText_AreRead()
    {
        CreditBalance balance = WireJson.Read(
            """{"quantity":"12.5","validuntil":"","paid":"true","account_size":"123456789012","max_account_size":""}""",
            CreditsJson.Shared.CreditBalance);

        Assert.Equal(12.5m, balance.Quantity);
        Assert.Null(balance.ValidUntil);
        Assert.True(balance.IsPaid);
        Assert.Equal(123456789012, balance.UsedStorage);
        Assert.Null(balance.MaxStorage);
    }

    [Fact]
    public void OptionalDecimalAndDouble_EmptyOrText_AreRead()
    {
        FormField field = WireJson.Read(
            """{"inputtype":"Text","name":"a","signerid":"b","posX":"1.5","posY":""}""",
            FormDescriptorsJson.Shared.FormField);
        CreditsUsed used = WireJson.Read("""{"credits":""}""", DocumentsJson.Shared.CreditsUsed);

        Assert.Equal(1.5, field.X);
        Assert.Null(field.Y);
        Assert.Null(used.Credits);
    }

    [Fact]
    public void OptionalValue_WrittenByItself_IsItsValueOrNull()
    {
        var converter = new NullWhenEmptyConverter<int>();

        Assert.Equal("7", Written(converter, 7));
        Assert.Equal("null", Written(converter, null));
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T12:00:00")]
    [InlineData("2026-03-01T12:00:00.000+00:00")]
    [InlineData("2026-03-01T13:00:00+01:00")]
    [InlineData("2026-03-01T13:00:00+0100")]
    [InlineData("2026-03-01 12:00:00")]
    [InlineData("2026-03-01 13:00:00+01:00")]
    [InlineData("2026-03-01T12:00Z")]
    [InlineData("2026-03-01T12:00")]
    [InlineData(" 2026-03-01T12:00:00Z ")]
    public void Timestamp_AnyIsoForm_IsRead(string text)
        => Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Row($$"""{"docid":"a-1","createdate":"{{text}}"}""").CreatedAt);

    [Fact]
    public void Timestamp_DayOnly_IsItsMidnight()
        => Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Row("""{"createdate":"2026-03-01"}""").CreatedAt);

    [Theory]
    [InlineData("2026-03-01T09:00:00+01:00")]
    [InlineData("2026-03-01T09:00:00.1234567-05:30")]
    [InlineData("2026-03-01T09:00Z")]
    [InlineData("2026-03-01T09:00")]
    [InlineData("2026-03-01T09:00:00")]
    [InlineData("2026-03-01 09:00:00+01:00")]
    [InlineData("2026-03-01T09:00:00+0100")]
    [InlineData("2026-03-01T25:00:00+01:00")]
    [InlineData("01/03/2026 09:00:00 +01:00")]
    [InlineData("somewhere-in-2026-or-later")]
    public void Timestamp_QuickOrNot_IsWhatTheSlowWayReads(string text)
        => Assert.Equal(WireTime.Parse(text), Row($$"""{"createdate":"{{text}}"}""").CreatedAt);

    [Theory]
    [InlineData("2026-03-01T12:00:00.1Z", 1_000_000)]
    [InlineData("2026-03-01T12:00:00.1234567Z", 1_234_567)]
    [InlineData("2026-03-01T12:00:00.123456", 1_234_560)]
    [InlineData("2026-03-01T12:00:00.123+0000", 1_230_000)]
    public void Timestamp_FractionOfAnyLength_IsKept(string text, long ticks)
        => Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(ticks), Row($$"""{"createdate":"{{text}}"}""").CreatedAt);

    [Fact]
    public void Timestamp_Fraction_IsKept()
        => Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 12, 0, 0, 123, TimeSpan.FromHours(2)),
            Row("""{"docid":"a-1","createdate":"2026-03-01T12:00:00.123+02:00"}""").CreatedAt);

    [Fact]
    public void Timestamp_Offset_IsKept()
        => Assert.Equal(TimeSpan.FromHours(2), Row("""{"docid":"a-1","createdate":"2026-03-01T12:00:00+02:00"}""").CreatedAt!.Value.Offset);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null")]
    public void Timestamp_Empty_IsNull(string json) => Assert.Null(Row($$"""{"docid":"a-1","createdate":{{json}}}""").CreatedAt);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"05/03/2025 10:00:00\"")]
    [InlineData("\"05-03-2025 10:00:00\"")]
    [InlineData("\"5 March 2025\"")]
    [InlineData("\"10:00:00\"")]
    [InlineData("\"2026-13-01T12:00:00Z\"")]
    [InlineData("\"2026-3-1T12:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00+02:00\"")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("true")]
    [InlineData("100000000000000")]
    public void Timestamp_FormThatIsNotKnown_IsReadAsNoneRatherThanGuessed(string json) => Assert.Null(Row($$"""{"createdate":{{json}}}""").CreatedAt);

    [Theory]
    [InlineData("1772366400", 0)]
    [InlineData("1772366400000", 0)]
    [InlineData("1772366400123", 123)]
    public void Timestamp_UnixTime_IsRead(string json, int milliseconds)
        => Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, milliseconds, TimeSpan.Zero), Row($$"""{"createdate":{{json}}}""").CreatedAt);

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00Z")]
    [InlineData("99999999999", "5138-11-16T09:46:39Z")]
    [InlineData("100000000000", "1973-03-03T09:46:40Z")]
    [InlineData("99999999999999", "5138-11-16T09:46:39.999Z")]
    public void Timestamp_UnixTimeAtItsBounds_IsSecondsOrMilliseconds(string json, string expected)
        => Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Row($$"""{"createdate":{{json}}}""").CreatedAt);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public void Timestamp_NoTime_IsAJsonException(string json)
        => Assert.ThrowsAny<JsonException>(() => Row($$"""{"docid":"a-1","createdate":{{json}}}"""));

    [Fact]
    public void Timestamp_Written_HasSecondsAndANumericOffset()
    {
        var row = new ActiveDocument { Id = new("a-1"), CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero) };

        WireJson.AssertSame(
            """{"docid":"a-1","createdate":"2026-03-01T12:00:00+00:00"}""",
            WireJson.Write(row, DocumentsJson.Shared.ActiveDocument));
    }

    [Fact]
    public void Timestamp_InACultureWithAnotherCalendar_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");

            Assert.Equal("2026-03-01T12:00:00+01:00", WireTime.Format(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ }")]
    public void List_Nothing_IsEmpty(string json) => Assert.Empty(Metadata($$"""{"fields":{{json}}}""").Fields);

    [Fact]
    public void List_Missing_IsEmpty() => Assert.Empty(Metadata("{}").Fields);

    [Fact]
    public void List_OnlyElementWithoutBrackets_IsAListOfIt()
        => Assert.Equal("a", Assert.Single(Metadata("""{"fields":{"name":"a"}}""").Fields).Name);

    [Fact]
    public void List_Elements_KeepTheirOrder()
        => Assert.Equal(["a", "b"], Metadata("""{"fields":[{"name":"a"},{"name":"b"}]}""").Fields.Select(static field => field.Name));

    [Fact]
    public void List_Nothing_LeavesTheRestReadable()
        => Assert.Equal("a.pdf", Metadata("""{"fields":{},"signersinfo":{},"filename":"a.pdf"}""").FileName);

    [Theory]
    [InlineData("[1]", "1")]
    [InlineData("7", "7")]
    [InlineData("[\"x\"]", "x")]
    [InlineData("[true]", "true")]
    [InlineData("[[1,[2]]]", "[1,[2]]")]
    [InlineData("[null]", null)]
    public void List_ElementThatIsNoObject_IsAnObjectWithThatValue(string json, string? expected)
        => Assert.Equal(expected, Assert.Single(Metadata($$"""{"fields":{{json}}}""").Fields).Value?.Text);

    [Fact]
    public void List_OneElementThatIsNoObject_LeavesTheOthersAsTheyAre()
    {
        IReadOnlyList<MetadataField> fields = Metadata("""{"fields":[{"name":"a"},1,{"name":"b"}],"filename":"a.pdf"}""").Fields;

        Assert.Equal(["a", null, "b"], fields.Select(static field => field.Name));
    }

    [Fact]
    public void List_ElementThatIsNoObjectOfAModelThatNeedsMore_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read("""{"fields":[1]}""", FormDescriptorsJson.Shared.FormDescriptor));

    [Fact]
    public void List_NullAmongTexts_IsAJsonException()
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read("""{"msisdns":["+32470000001",null]}""", FormDescriptorsJson.Shared.MobileVerification));

    [Fact]
    public void List_OfTexts_IsLenientInItsElements()
    {
        MobileVerification verification = WireJson.Read("""{"msisdns":["+32470000001",32470000002]}""", FormDescriptorsJson.Shared.MobileVerification);

        Assert.Equal(["+32470000001", "32470000002"], verification.Numbers);
    }

    [Fact]
    public void List_Written_HasBrackets() => WireJson.AssertSame("""{"fields":[{"name":"a"}],"signersinfo":[]}""", WireJson.Write(Metadata("""{"fields":{"name":"a"}}"""), MetadataJson.Shared.DocumentMetadata));

    private static DocumentInfo Info(string json) => WireJson.Read(json, DocumentsJson.Shared.DocumentInfo);

    private static ActiveDocument Row(string json) => WireJson.Read(json, DocumentsJson.Shared.ActiveDocument);

    private static DocumentMetadata Metadata(string json) => WireJson.Read(json, MetadataJson.Shared.DocumentMetadata);

    private static string Written(NullWhenEmptyConverter<int> converter, int? value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            converter.Write(writer, value, DocumentsJson.Shared.Options);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
