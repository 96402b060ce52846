using System.Net;

namespace OkSign.Client.Tests;

public sealed class ContactsClientTests : IDisposable
{
    private static readonly Contact Anna = new() { Name = "Anna Example", Email = "anna@example.com" };

    private readonly TestClock _clock = new();
    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public ContactsClientTests() => _client = TestClient.Over(_network, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Upload_Contacts_SendsABareArrayOfWhatIsSet()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Contacts.UploadAsync(new HashSet<Contact> { Anna, Anna with { Name = "Anna", Mobile = "+32470000001" } }, Cancel);

        WireJson.AssertSame(
            """
            [ { "name": "Anna Example", "email": "anna@example.com" },
              { "name": "Anna", "email": "anna@example.com", "mobile": "+32470000001" } ]
            """,
            Assert.Single(_network.Requests).Text);
    }

    [Fact]
    public async Task UploadAndRemove_FailuresThatPass_AreRepeatedWithTheSameBody()
    {
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Ok("\"\"")).Fails(new IOException("lost")).Answers(Sample.Ok("\"\""));

        await _clock.RunAsync(_client.Contacts.UploadAsync([Anna], Cancel));
        await _clock.RunAsync(_client.Contacts.RemoveAsync([ContactKey.Of(Anna)], Cancel));

        Assert.Equal(4, _network.Requests.Count);
        Assert.Equal(_network.Requests[0].Text, _network.Requests[1].Text);
        Assert.Equal(_network.Requests[2].Text, _network.Requests[3].Text);
        Assert.NotEmpty(_network.Requests[3].Body);
    }

    [Fact]
    public async Task Upload_NoContacts_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("contacts", () => _client.Contacts.UploadAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.UploadAsync([], Cancel));
        await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.UploadAsync([null!], Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Upload_BadContacts_TellsAllThatIsWrongButNotWhoTheyAre()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.UploadAsync(
            [
                Anna,
                new Contact(),
                Anna with { Name = " ", Email = "anna.secret" },
                null!,
                Anna with { Mobile = "0470 11 22 33" },
            ],
            Cancel));

        string[] told = exception.Message.Split(Environment.NewLine);
        Assert.Equal(["[1].Name", "[1].Email", "[2].Name", "[2].Email", "[3]", "[4].Mobile"], told[..6].Select(line => line.Split(':')[0]));
        Assert.DoesNotContain("anna.secret", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0470", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+32470000001")]
    public async Task Upload_MobileOrNone_IsTaken(string? mobile)
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Contacts.UploadAsync([Anna with { Mobile = mobile }], Cancel);

        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Remove_NoContacts_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("contacts", () => _client.Contacts.RemoveAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.RemoveAsync([], Cancel));
        await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.RemoveAsync([null!], Cancel));
        await Assert.ThrowsAsync<ArgumentException>("contacts", () => _client.Contacts.RemoveAsync([ContactKey.Of(new Contact { Name = "Anna" })], Cancel));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Remove_ContactOfABadAddressWithoutName_IsSent()
    {
        _network.Answers(Sample.Ok("\"\""));

        await _client.Contacts.RemoveAsync([ContactKey.Of(new Contact { Email = "anna@" })], Cancel);

        WireJson.AssertSame("""[ { "name": "", "email": "anna@" } ]""", Assert.Single(_network.Requests).Text);
    }

    [Fact]
    public void KeyOf_Null_IsRefused() => Assert.Throws<ArgumentNullException>("contact", () => ContactKey.Of(null!));
}
