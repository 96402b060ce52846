using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests;

/// <summary>The one table of disputed wire facts: its defaults are what is sent, and each of its entries can be changed in one place.</summary>
public sealed class WireProfileTests : IDisposable
{
    private static readonly Contact Anna = new() { Name = "Anna Example", Email = "anna@example.com" };

    private static readonly ContactKey AnnasKey = new() { Name = "Anna Example", Email = "anna@example.com" };

    private readonly StubNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Defaults_ComparedWithTheContracts_AreWhatIsSent()
    {
        Assert.All(new WireProfile().Operations, entry =>
        {
            Contract<OkSignClient> contract = ContractTable.Of(entry.Key);
            Assert.Equal(contract.Method, entry.Value.Method ?? contract.Method);
            Assert.Equal(contract.Path, entry.Value.Path ?? contract.Path);
            Assert.All(entry.Value.Headers, header => Assert.Contains(header.Value, contract.Headers.Keys));
            Assert.All(entry.Value.RequestMembers, member => Assert.Equal(member.Key, member.Value));
            Assert.All(entry.Value.RequestMembers, member => Assert.Contains($"\"{member.Value}\"", contract.JsonBody, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Defaults_EachDisputedOperation_StandsInTheEvidence()
    {
        string evidence = File.ReadAllText(Repository.PathOf("docs/wire-evidence.md"));

        Assert.All(new WireProfile().Operations.Keys, operation => Assert.Contains(operation, evidence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Method_Changed_IsSent()
    {
        await using OkSignClient client = ClientWith("Contacts.remove", form => form.Method = "DELETE");
        _network.Answers(Sample.Ok("\"\""));

        await client.Contacts.RemoveAsync([AnnasKey], Cancel);

        Assert.Equal(HttpMethod.Delete, _network.Requests[0].Method);
        Assert.Equal("/rest/v1/contacts/remove", _network.Requests[0].Address.AbsolutePath);
        Assert.Contains("Anna Example", _network.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_Changed_IsSentAfterTheBaseAddress()
    {
        await using OkSignClient client = ClientWith("Metadata.retrieve (v2)", form => form.Path = "/v1/metadata/retrieve/v2");
        _network.Answers(Sample.Ok("""{ "fields": [] }"""));

        await client.Metadata.RetrieveAsync(Sample.SignedId, Cancel);

        Assert.Equal("https://service.example/rest/v1/metadata/retrieve/v2", _network.Requests[0].Address.AbsoluteUri);
        Assert.Equal(Sample.KeyText, _network.Requests[0].Headers["x-oksign-authorization"]);
    }

    [Fact]
    public async Task Header_Renamed_CarriesTheIdAndTheOldOneIsGone()
    {
        await using OkSignClient client = ClientWith("SignExpress.remove", form => form.Headers["x-oksign-docid"] = "x-oksign-token");
        _network.Answers(Sample.Ok("\"\""));

        await client.SignExpress.RemoveAsync(new SignExpressToken(Sample.SourceIdText), Cancel);

        Assert.Equal(Sample.SourceIdText, _network.Requests[0].Headers["x-oksign-token"]);
        Assert.DoesNotContain("x-oksign-docid", _network.Requests[0].Headers.Keys);
    }

    [Fact]
    public async Task RequestMembers_Renamed_AreSentUnderTheOtherName()
    {
        await using OkSignClient client = ClientWith("Orgtokeninfo.update", form => form.RequestMembers["callbackURL"] = "callbackurl");
        _network.Answers(Sample.Ok("\"\""));

        await client.OrganizationalToken.UpdateAsync(
            new OrganizationalTokenSettings { CallbackUrl = new Uri("https://app.example.com/callback"), ReturnUrl = new Uri("https://app.example.com/done") },
            Cancel);

        AssertJson("""{ "callbackurl": "https://app.example.com/callback", "returnURL": "https://app.example.com/done" }""", _network.Requests[0].Text);
        Assert.Equal(_network.Requests[0].Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), _network.Requests[0].Headers["content-length"]);
    }

    [Fact]
    public async Task ListMember_Set_WrapsTheList()
    {
        await using OkSignClient client = ClientWith("Contacts.upload", form => form.ListMember = "contacts");
        _network.Answers(Sample.Ok("\"\""));

        await client.Contacts.UploadAsync([Anna], Cancel);

        AssertJson("""{ "contacts": [ { "name": "Anna Example", "email": "anna@example.com" } ] }""", _network.Requests[0].Text);
    }

    [Fact]
    public async Task AnswerMembers_Renamed_AreRead()
    {
        await using OkSignClient client = ClientWith("EmailTemplates.retrieve", form => form.AnswerMembers["html"] = "body");
        _network.Answers(Sample.Ok("""[ { "id": 7, "name": "Default", "html": "<p>\u00e9</p>", "number": 1.50 } ]"""));

        EmailTemplate template = Assert.Single(await client.EmailTemplates.RetrieveAsync(Cancel));

        Assert.Equal("<p>é</p>", template.Body);
        Assert.Equal("1.50", template.AdditionalMembers["number"].GetRawText());
    }

    [Theory]
    [InlineData("""[ { "\ud800": 1 } ]""")]
    [InlineData("""[ { "html": "\ud800" } ]""")]
    public async Task AnswerMembers_RenamedInTextThatIsNoUnicode_StaysInTheFamily(string reason)
    {
        await using OkSignClient client = ClientWith("EmailTemplates.retrieve", form => form.AnswerMembers["html"] = "body");
        _network.Answers(Sample.Ok(reason));

        Exception? exception = await Record.ExceptionAsync(() => client.EmailTemplates.RetrieveAsync(Cancel));

        Assert.True(exception is null or OkSignUnexpectedContentException, exception?.ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    public async Task FallbackPath_FirstPathIsUnknown_IsTriedAndKept(HttpStatusCode unknown)
    {
        await using OkSignClient client = TestClient.Over(_network);
        _network.Answers(unknown).Answers(Sample.Ok("[]")).Answers(Sample.Ok("[]"));

        await client.EmailTemplates.RetrieveAsync(Cancel);
        await client.EmailTemplates.RetrieveAsync(Cancel);

        Assert.Equal(
            ["/rest/v1/emailtemplates/retrieve", "/rest/v1/email-templates/retrieve", "/rest/v1/email-templates/retrieve"],
            _network.Requests.Select(request => request.Address.AbsolutePath));
        Assert.True(_network.Responses[0].IsDisposed);
    }

    [Fact]
    public async Task FallbackPath_BothPathsAreUnknown_FailsAndTriesBothAgain()
    {
        await using OkSignClient client = TestClient.Over(_network);
        _network.AnswersTimes(4, HttpStatusCode.NotFound);

        await Assert.ThrowsAnyAsync<OkSignException>(() => client.EmailTemplates.RetrieveAsync(Cancel));
        await Assert.ThrowsAnyAsync<OkSignException>(() => client.EmailTemplates.RetrieveAsync(Cancel));

        Assert.Equal(2, _network.Requests.Count(request => request.Address.AbsolutePath == "/rest/v1/emailtemplates/retrieve"));
    }

    [Fact]
    public async Task FallbackPath_FirstPathFailsOtherwise_IsNotTried()
    {
        await using OkSignClient client = TestClient.Over(_network);
        _network.Answers(HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<OkSignAuthenticationException>(() => client.EmailTemplates.RetrieveAsync(Cancel));

        Assert.Single(_network.Requests);
    }

    [Fact]
    public async Task Path_OfAReadThatIsRepeated_StaysRewritten()
    {
        var clock = new TestClock();
        await using OkSignClient client = TestClient.Over(_network, clock, options => options.Wire.Operations["Users.retrieve"] = new WireForm { Path = "/v2/users" });
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Ok("[]"));

        await clock.RunAsync(client.Users.RetrieveAsync(Cancel));

        Assert.All(_network.Requests, request => Assert.Equal("/rest/v2/users", request.Address.AbsolutePath));
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task Configuration_OfOneOperation_IsUsed()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Authorization"] = Sample.KeyText,
            ["Wire:Operations:Contacts.remove:Method"] = "DELETE",
            ["Wire:Operations:Contacts.remove:ListMember"] = "contacts",
            ["Wire:Operations:Users.retrieve:Path"] = "/v2/users",
            ["Wire:Operations:SignExpress.remove:Headers:x-oksign-docid"] = "x-oksign-token",
        }).Build();
        var services = new ServiceCollection();
        services.AddOkSign(configuration).ConfigurePrimaryHttpMessageHandler(() => _network);
        await using ServiceProvider provider = services.BuildServiceProvider();
        OkSignClient client = provider.GetRequiredService<OkSignClient>();
        _network.Answers(Sample.Ok("\"\"")).Answers(Sample.Ok("[]")).Answers(Sample.Ok("\"\""));

        await client.Contacts.RemoveAsync([AnnasKey], Cancel);
        await client.Users.RetrieveAsync(Cancel);
        await client.SignExpress.RemoveAsync(new SignExpressToken(Sample.SourceIdText), Cancel);

        Assert.Equal(HttpMethod.Delete, _network.Requests[0].Method);
        Assert.StartsWith("""{"contacts":[""", _network.Requests[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("/v2/users", _network.Requests[1].Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("x-oksign-token", _network.Requests[2].Headers.Keys);
    }

    [Theory]
    [InlineData("Contact.remove", "", "Wire:Operations:Contact.remove: there is no such operation.")]
    [InlineData("Contacts.remove", "method", "Wire:Operations:Contacts.remove:Method")]
    [InlineData("Contacts.remove", "path", "Wire:Operations:Contacts.remove:Path")]
    [InlineData("Contacts.remove", "fallback", "Wire:Operations:Contacts.remove:FallbackPath")]
    [InlineData("Contacts.remove", "header", "Wire:Operations:Contacts.remove:Headers")]
    [InlineData("Contacts.remove", "no header", "Wire:Operations:Contacts.remove:Headers")]
    [InlineData("Contacts.remove", "authorization", "Wire:Operations:Contacts.remove:Headers")]
    [InlineData("Contacts.remove", "member", "Wire:Operations:Contacts.remove: a member has a name")]
    [InlineData("Contacts.remove", "list", "Wire:Operations:Contacts.remove: a member has a name")]
    public void Setting_ThatMakesNoSense_IsRefusedByName(string operation, string setting, string message)
    {
        var form = new WireForm();
        switch (setting)
        {
            case "method":
                form.Method = "DEL ETE";
                break;
            case "path":
                form.Path = "//evil.example/v1";
                break;
            case "fallback":
                form.FallbackPath = "/v1/contacts/delete";
                break;
            case "header":
                form.Headers["x-oksign-docid"] = "x oksign";
                break;
            case "no header":
                // As a configuration may have it.
                form.Headers["x-oksign-docid"] = null!;
                break;
            case "authorization":
                form.Headers["x-oksign-docid"] = "X-OkSign-Authorization";
                break;
            case "member":
                form.RequestMembers["email"] = "";
                break;
            case "list":
                form.ListMember = "";
                break;
        }

        ArgumentException exception = Assert.Throws<ArgumentException>(() => TestClient.Over(_network, configure: options => options.Wire.Operations[operation] = form));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static void AssertJson(string expected, string actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private OkSignClient ClientWith(string operation, Action<WireForm> change)
        => TestClient.Over(_network, configure: options => change(options.Wire.Operations[operation]));
}
