namespace OkSign.Client.Tests;

public class OkSignDeliveryErrorTests
{
    [Fact]
    public void Parse_WholeError_HasEveryMember()
    {
        DeliveryError error = OkSignDeliveryError.Parse(
            "event=hard_bounce&email=anna%40example.com&mobile=%2B32470000001&source_docid=a-1&reason=mailbox%20does+not%20exist"
            + "&orgtoken=label&ts=2026-03-01T12%3A00%3A00Z").Error;

        Assert.Equal(DeliveryEvent.HardBounce, error.Event);
        Assert.Equal(("anna@example.com", "+32470000001"), (error.Email, error.Mobile));
        Assert.Equal("a-1", error.SourceDocumentId!.Value.Value);
        Assert.Equal(("mailbox does not exist", "label"), (error.Reason, error.OrganizationalToken));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), error.Timestamp);
    }

    [Theory]
    [InlineData("type=spam&docid=a-1&message=no")]
    [InlineData("type=spam&document_id=a-1&message=no")]
    [InlineData("event=&type=spam&source_docid=&docid=a-1&document_id=x&reason=&message=no")]
    [InlineData("type=x&event=SPAM&docid=x&source_docid=a-1&message=x&reason=no")]
    public void Parse_OtherNames_AreReadWhenTheFirstOnesAreMissing(string query)
    {
        DeliveryError error = OkSignDeliveryError.Parse(query).Error;

        Assert.Equal(DeliveryEvent.Spam, error.Event);
        Assert.Equal("a-1", error.SourceDocumentId!.Value.Value);
        Assert.Equal("no", error.Reason);
    }

    [Fact]
    public void Parse_UnknownEvent_IsKept() => Assert.Equal("eaten_by_dog", OkSignDeliveryError.Parse("event=eaten_by_dog").Error.Event.ToString());

    [Fact]
    public void Parse_BadValues_LeaveTheirMembersNull()
    {
        var call = OkSignDeliveryError.Parse("event=&docid=a%20b&ts=soon");

        Assert.Equal((null, null, null), (call.Error.Event, call.Error.SourceDocumentId, call.Error.Timestamp));
        Assert.Equal("soon", call.Parameters["TS"]);
    }

    [Theory]
    [InlineData("event=spam&source_docid=%1f")]
    [InlineData("event=spam&docid=%7f")]
    [InlineData("event=spam&document_id=%C2%85")]
    [InlineData("signed_docid=a-1")]
    public void TryParse_Unfit_SaysWhy(string query)
    {
        Assert.False(OkSignDeliveryError.TryParse(query, out OkSignDeliveryError? error, out string? reason));

        Assert.Null(error);
        Assert.NotEmpty(reason);
        Assert.Throws<FormatException>(() => OkSignDeliveryError.Parse(query));
    }

    [Fact]
    public void Parse_PairsAndAddress_AreReadAlike()
    {
        var address = new Uri("https://app.example/hook?event=spam");
        KeyValuePair<string, string?>[] pairs = [new("event", "spam")];

        Assert.Equal(DeliveryEvent.Spam, OkSignDeliveryError.Parse(address).Error.Event);
        Assert.Equal(DeliveryEvent.Spam, OkSignDeliveryError.Parse(pairs).Error.Event);
        Assert.True(OkSignDeliveryError.TryParse(address, out _, out _));
        Assert.True(OkSignDeliveryError.TryParse(pairs, out _, out _));
    }

    [Fact]
    public void ToString_Always_ShowsTheTypeOnly() => Assert.Equal("OkSignDeliveryError", OkSignDeliveryError.Parse("event=spam").ToString());
}
