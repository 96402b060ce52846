using System.Net;
using System.Net.Http.Headers;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Dashboard;

public class DashboardGuardTests
{
    private const string State = "/_dashboard/state";
    private const string Events = "/_dashboard/events";
    private const string SomeFile = "/_dashboard/oksign/files/123";

    [Theory]
    [InlineData("/", "evil.example")]
    [InlineData("/", "localhost.evil.example")]
    [InlineData("/", "127.0.0.1.evil.example:5080")]
    [InlineData("/", "192.0.2.1")]
    [InlineData(State, "evil.example")]
    [InlineData(Events, "evil.example")]
    [InlineData(SomeFile, "evil.example")]
    public async Task Get_ByTheNameOfAnotherHost_IsRefused(string path, string host)
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Emulator.Authorization, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("localhost:5080")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]:5080")]
    public async Task Get_ByANameOfThisMachine_IsAnswered(string host)
    {
        await using TestService service = await TestService.StartAsync();

        string answer = await RawHttp.ExchangeAsync(
            service.Emulator, $"GET {State} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(State, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(State, "same-site", HttpStatusCode.Forbidden)]
    [InlineData(Events, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(SomeFile, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(State, "same-origin", HttpStatusCode.OK)]
    [InlineData(State, "none", HttpStatusCode.OK)]
    [InlineData("/", "cross-site", HttpStatusCode.OK)]
    public async Task Get_ByAPage_IsAnsweredToItsOwn(string path, string site, HttpStatusCode expected)
    {
        await using TestService service = await TestService.StartAsync();
        using var visitor = new Visitor(service.Emulator);

        Answer answer = await visitor.GetAsync(path, ("Sec-Fetch-Site", site), ("Origin", "https://evil.example"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(answer.Response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_Always_AllowsNothingButItsOwnFiles()
    {
        await using TestService service = await TestService.StartAsync();
        using var visitor = new Visitor(service.Emulator);

        Answer page = await visitor.GetAsync("/");

        Assert.Equal("text/html", page.MediaType);
        HttpResponseHeaders headers = page.Response.Headers;
        string policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(State)]
    public async Task Post_Always_IsNotAllowed(string path)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Post, path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
