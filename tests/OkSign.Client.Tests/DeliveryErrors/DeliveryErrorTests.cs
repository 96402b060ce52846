namespace OkSign.Client.Tests;

public class DeliveryErrorTests
{
    [Fact]
    public void Read_FirstNames_AreRead()
    {
        DeliveryError error = Read(
            """
            {
              "event": "soft_bounce", "email": "anna@example.com", "mobile": "+32470000001", "source_docid": "a-1", "reason": "full",
              "orgtoken": "label", "ts": "2026-03-01T12:00:00+01:00"
            }
            """);

        Assert.Equal(DeliveryEvent.SoftBounce, error.Event);
        Assert.Equal(("anna@example.com", "+32470000001"), (error.Email, error.Mobile));
        Assert.Equal("a-1", error.SourceDocumentId!.Value.Value);
        Assert.Equal(("full", "label"), (error.Reason, error.OrganizationalToken));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), error.Timestamp);
    }

    [Theory]
    [InlineData("""{"type":"spam","docid":"a-1","message":"no"}""")]
    [InlineData("""{"type":"spam","document_id":"a-1","message":"no"}""")]
    [InlineData("""{"event":"","type":"spam","source_docid":"","docid":"a-1","reason":"","message":"no"}""")]
    [InlineData("""{"event":null,"type":"spam","source_docid":null,"docid":"","document_id":"a-1","reason":null,"message":"no"}""")]
    public void Read_OtherNames_AreReadWhenTheFirstOnesAreMissing(string json)
    {
        DeliveryError error = Read(json);

        Assert.Equal(DeliveryEvent.Spam, error.Event);
        Assert.Equal("a-1", error.SourceDocumentId!.Value.Value);
        Assert.Equal("no", error.Reason);
        Assert.Empty(error.AdditionalMembers);
    }

    [Theory]
    [InlineData("""{"event":"blocked","type":"spam","source_docid":"a-1","docid":"x","document_id":"y","reason":"no","message":"z"}""")]
    [InlineData("""{"message":"z","document_id":"y","docid":"x","type":"spam","event":"blocked","source_docid":"a-1","reason":"no"}""")]
    public void Read_AllNames_TakesTheFirstOnes(string json)
    {
        DeliveryError error = Read(json);

        Assert.Equal(DeliveryEvent.Blocked, error.Event);
        Assert.Equal("a-1", error.SourceDocumentId!.Value.Value);
        Assert.Equal("no", error.Reason);
    }

    [Fact]
    public void Read_DocidAndDocumentId_TakesDocid()
        => Assert.Equal("x", Read("""{"document_id":"y","docid":"x"}""").SourceDocumentId!.Value.Value);

    [Fact]
    public void Read_Nothing_IsAllNull()
    {
        DeliveryError error = Read("{}");

        Assert.Equal((null, null, null), (error.Event, error.SourceDocumentId, error.Reason));
        Assert.Equal((null, null, null, null), (error.Email, error.Mobile, error.OrganizationalToken, error.Timestamp));
    }

    [Fact]
    public void Events_KnownOnes_HaveTheServicesNames()
        => Assert.Equal(
            ["hard_bounce", "soft_bounce", "blocked", "spam", "invalid_email", "deferred"],
            new[]
            {
                DeliveryEvent.HardBounce, DeliveryEvent.SoftBounce, DeliveryEvent.Blocked, DeliveryEvent.Spam, DeliveryEvent.InvalidEmail, DeliveryEvent.Deferred,
            }.Select(static item => item.ToString()));

    private static DeliveryError Read(string json) => WireJson.Read(json, DeliveryErrorsJson.Shared.DeliveryError);
}
