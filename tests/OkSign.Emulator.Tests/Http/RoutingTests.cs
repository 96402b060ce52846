using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Http;

public class RoutingTests
{
    [Theory]
    [InlineData("v1/nothing/here")]
    [InlineData("v1/Document/exists")]
    [InlineData("v1/document/exists/")]
    [InlineData("v2/document/exists")]
    [InlineData("/nothing")]
    [InlineData("/services/REST/v1/document/exists")]
    public async Task UnknownPath_Is404WithTheEnvelope(string path)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty(answer.Problems);
    }

    [Theory]
    [InlineData("GET", "v1/document/upload", "POST")]
    [InlineData("POST", "v1/document/exists", "GET")]
    [InlineData("GET", "v1/document/remove", "DELETE")]
    [InlineData("PUT", "v1/formdesc/upload", "POST")]
    [InlineData("DELETE", "v1/users/retrieve", "GET")]
    [InlineData("GET", "v1/notifications/upload", "POST")]
    [InlineData("POST", "v1/emailattachment/remove", "DELETE")]
    [InlineData("POST", "v1/email-templates/retrieve", "GET")]
    [InlineData("DELETE", "v1/contacts/upload", "POST")]
    [InlineData("GET", "v1/contacts/remove", "DELETE, POST")]
    [InlineData("GET", "v1/orgtokeninfo/update", "POST, PUT")]
    [InlineData("POST", "v1/webhooks/retrieve", "GET")]
    [InlineData("GET", "v1/signerid/calculate", "POST")]
    public async Task WrongMethod_Is405WithTheEnvelopeAndAllow(string method, string path, string allowed)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.NotEmpty(answer.Problems);
        Assert.Equal(allowed, string.Join(", ", answer.Response.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task HugeHeader_IsNotAServerError()
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.GetAsync("v1/document/exists", new string('x', 100_000));

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Requests_AfterCalls_ListsThemWithoutTheSecret()
    {
        await using TestService service = await TestService.StartAsync();
        await service.GetAsync("v1/document/exists", "some-docid");
        await service.GetAsync("v1/nothing");

        IReadOnlyList<RecordedRequest> requests = service.Emulator.Requests;

        Assert.Equal(2, requests.Count);
        Assert.Equal("GET", requests[0].Method);
        Assert.Equal("/services/rest/v1/document/exists", requests[0].Path);
        Assert.Equal("Document.exists", requests[0].Operation);
        Assert.Equal(200, requests[0].StatusCode);
        Assert.Equal("some-docid", requests[0].Headers["X-OkSign-DocId"]);
        Assert.DoesNotContain("x-oksign-authorization", requests[0].Headers.Keys);
        Assert.Null(requests[1].Operation);
        Assert.Equal(404, requests[1].StatusCode);
    }
}
