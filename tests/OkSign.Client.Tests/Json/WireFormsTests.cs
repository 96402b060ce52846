using System.Text.Json;

namespace OkSign.Client.Tests;

/// <summary>Forms of answers that are not known for certain: each is read, whatever it turns out to mean, and loses nothing around it.</summary>
public class WireFormsTests
{
    private static readonly DateTimeOffset Moment = new(2025, 3, 5, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{ "name": "Anna" }""")]
    [InlineData("""{ "id": "", "name": "Anna" }""")]
    [InlineData("""{ "id": null, "name": "Anna" }""")]
    public void Signer_WithoutId_IsRead(string signer)
    {
        Signer read = Assert.Single(WireJson.Read($$"""{ "signersinfo": [ {{signer}} ] }""", MetadataJson.Shared.DocumentMetadata).Signers);

        Assert.Equal((null, "Anna"), (read.Id, read.Name));
    }

    [Fact]
    public void Signer_WithId_KeepsIt()
        => WireJson.AssertSurvives("""{ "id": "bt_1", "name": "Anna" }""", FormDescriptorsJson.Shared.Signer);

    [Fact]
    public void Signer_WithoutId_IsWrittenWithoutOne()
        => WireJson.AssertSame("""{ "name": "Anna" }""", WireJson.Write(new Signer { Name = "Anna" }, FormDescriptorsJson.Shared.Signer));

    [Fact]
    public void SigningLink_WithoutId_IsRead()
    {
        SigningLink link = WireJson.Read("""{ "name": "Anna", "url": "https://sign.example/s" }""", FormDescriptorsJson.Shared.SigningLink);

        Assert.Null(link.SignerId);
        Assert.Equal("https://sign.example/s", link.Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public void FieldMetadata_Empty_IsNone(string json)
    {
        MetadataField field = WireJson.Read($$"""{ "metadata": {{json}}, "name": "CITY", "value": "Gent" }""", MetadataJson.Shared.MetadataField);

        Assert.Null(field.Completion);
        Assert.Equal(("CITY", "Gent"), (field.Name, field.Value!.Text));
    }

    [Fact]
    public void FieldMetadata_AnObject_IsRead()
        => Assert.Equal("Gent", WireJson.Read("""{ "metadata": { "value": "Gent" } }""", MetadataJson.Shared.MetadataField).Completion!.Value!.Text);

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void FieldMetadata_OtherForm_IsAJsonException(string json)
        => Assert.ThrowsAny<JsonException>(() => WireJson.Read($$"""{ "metadata": {{json}} }""", MetadataJson.Shared.MetadataField));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void SigningOptions_Empty_AreNone(string json)
    {
        FormField field = WireJson.Read(
            $$"""{ "inputtype": "CanvasSIG", "signingoptions": {{json}}, "name": "SIG", "signerid": "bt_1" }""",
            FormDescriptorsJson.Shared.FormField);

        Assert.Null(field.SigningOptions);
        Assert.Equal("SIG", field.Name);
    }

    [Fact]
    public void SigningOptions_EmptyObject_AreThere()
        => Assert.NotNull(WireJson.Read(
            """{ "inputtype": "CanvasSIG", "signingoptions": {}, "name": "SIG", "signerid": "bt_1" }""",
            FormDescriptorsJson.Shared.FormField).SigningOptions);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void Notifications_EmptyParts_AreNone(string json)
    {
        NotificationSettings settings = WireJson.Read(
            $$"""{ "notifications": { "smtp": {{json}}, "sms": {{json}} }, "fields": [] }""",
            FormDescriptorsJson.Shared.FormDescriptor).Notifications!;

        Assert.Null(settings.Email);
        Assert.Null(settings.Sms);
    }

    [Fact]
    public void CompletedFields_NamesOnly_AreKeptAsValues()
        => Assert.Equal(["TEXT_1", "TEXT_2"], Event("""{ "fields_completed": ["TEXT_1", "TEXT_2"] }""").CompletedFields.Select(static field => field.Value));

    [Fact]
    public void CompletedFields_EmptyObject_AreNone() => Assert.Empty(Event("""{ "fields_completed": {} }""").CompletedFields);

    [Fact]
    public void CompletedFields_OneObject_IsOneField()
    {
        CompletedField field = Assert.Single(Event("""{ "fields_completed": { "name": "TEXT_1", "value": "Gent" } }""").CompletedFields);

        Assert.Equal(("TEXT_1", "Gent"), (field.Name, field.Value));
    }

    [Fact]
    public void CompletedFields_ObjectOfNamesAndValues_IsKeptAsAdditionalMembers()
        => Assert.Equal(
            "Gent",
            Assert.Single(Event("""{ "fields_completed": { "TEXT_1": "Gent" } }""").CompletedFields).AdditionalMembers["TEXT_1"].GetString());

    [Fact]
    public void CreditsInfo_Numbers_AreKeptAsAdditionalMembers()
    {
        SigningEvent signing = Event("""{ "creditsinfo": [1], "filename": "a.pdf" }""");

        CreditsUsed used = Assert.Single(signing.CreditsUsed);
        Assert.Null(used.Credits);
        Assert.Equal(1, used.AdditionalMembers["value"].GetInt32());
        Assert.Equal("a.pdf", signing.FileName);
    }

    [Theory]
    [InlineData("1741168800")]
    [InlineData("1741168800000")]
    [InlineData("\"2025-03-05T10:00:00Z\"")]
    [InlineData("\"2025-03-05T11:00:00+0100\"")]
    [InlineData("\"2025-03-05T11:00:00+01:00\"")]
    [InlineData("\"2025-03-05T10:00:00\"")]
    [InlineData("\"2025-03-05 10:00:00\"")]
    [InlineData("\"2025-03-05T10:00:00.000\"")]
    public void Timestamp_KnownForms_AreThatMoment(string json) => Assert.Equal(Moment, Event($$"""{ "ts": {{json}} }""").Timestamp);

    [Theory]
    [InlineData("\"05/03/2025 10:00:00\"")]
    [InlineData("\"\"")]
    public void Timestamp_OtherForm_IsNoneAndLosesNothingElse(string json)
    {
        SigningEvent signing = Event($$"""{ "ts": {{json}}, "filename": "a.pdf" }""");

        Assert.Null(signing.Timestamp);
        Assert.Equal("a.pdf", signing.FileName);
    }

    private static SigningEvent Event(string json) => WireJson.Read(json, DocumentsJson.Shared.SigningEvent);
}
