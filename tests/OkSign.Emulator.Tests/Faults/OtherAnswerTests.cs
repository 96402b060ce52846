using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

public class OtherAnswerTests
{
    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData(HttpStatusCode.RequestTimeout, "Request Timeout")]
    [InlineData(HttpStatusCode.TooManyRequests, "Too Many Requests")]
    [InlineData(HttpStatusCode.InternalServerError, "Internal Server Error")]
    public async Task Status_BeforeWork_IsTheEnvelopeAndChangesNothing(HttpStatusCode status, string reason)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Status(status));

        Answer answer = await service.TryUploadAsync(TestPdf.OnePage());

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(reason, answer.Problems);
        Assert.Null(answer.Response.Headers.RetryAfter);
        Assert.Equal(0, await service.DocumentCountAsync());
        RecordedRequest request = service.Emulator.Requests[0];
        Assert.Equal(((int)status, false, ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)), (request.StatusCode, request.CarriedOut, request.Fault?.ToString()));
    }

    [Fact]
    public async Task Status_AfterWork_IsTheEnvelopeAndTheDocumentIsThere()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.Status(HttpStatusCode.ServiceUnavailable) with { AfterWork = true });

        Answer answer = await service.TryUploadAsync(TestPdf.OnePage());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Service Unavailable", answer.Problems);
        Assert.Equal(1, await service.DocumentCountAsync());
        RecordedRequest request = service.Emulator.Requests[0];
        Assert.Equal((503, true, "503, after the work"), (request.StatusCode, request.CarriedOut, request.Fault?.ToString()));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1500, "2")]
    [InlineData(7000, "7")]
    public async Task Status_RetryAfter_IsToldInWholeSeconds(int milliseconds, string expected)
        => Assert.Equal(expected, await RetryAfterAsync(TimeSpan.FromMilliseconds(milliseconds), asDate: false));

    [Theory]
    [InlineData(1500, "Sun, 01 Mar 2026 08:00:02 GMT")]
    [InlineData(7000, "Sun, 01 Mar 2026 08:00:07 GMT")]
    public async Task Status_RetryAfterAsDate_IsByTheEmulatorsClock(int milliseconds, string expected)
        => Assert.Equal(expected, await RetryAfterAsync(TimeSpan.FromMilliseconds(milliseconds), asDate: true));

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Html_AnyStatus_IsAPage(HttpStatusCode status)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Html(status));

        Answer answer = await service.GetAsync("v1/users/retrieve");

        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", System.Text.Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_InPlaceOfAPdf_HasNoBodyAndNoType()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        service.Emulator.Faults.Inject("Document.retrieve", EmulatorFault.Empty() with { AfterWork = true });

        Answer answer = await service.GetAsync("v1/document/retrieve", docid);

        Assert.Equal((HttpStatusCode.OK, null, 0), (answer.StatusCode, answer.MediaType, answer.Body.Length));
    }

    [Fact]
    public async Task Failed_Reason_IsARefusalWithHttp200()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.remove", EmulatorFault.Failed("Too soon"));
        string docid = await service.UploadAsync();

        Answer answer = await service.DeleteAsync("v1/document/remove", docid);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Too soon", answer.Problems);
        Assert.Equal(1, await service.DocumentCountAsync());
    }

    [Fact]
    public async Task Answer_AnyBody_IsThatBody()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Answer(HttpStatusCode.Forbidden, "text/plain", "Zürich"));

        Answer answer = await service.GetAsync("v1/users/retrieve");

        Assert.Equal((HttpStatusCode.Forbidden, "text/plain"), (answer.StatusCode, answer.MediaType));
        Assert.Equal("Zürich"u8, answer.Body);
    }

    [Fact]
    public async Task Status_WithoutABodyByItsRules_HasNone()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Status(HttpStatusCode.NoContent));

        Answer answer = await service.GetAsync("v1/users/retrieve");

        Assert.Equal((HttpStatusCode.NoContent, 0), (answer.StatusCode, answer.Body.Length));
    }

    [Fact]
    public async Task Fault_WrongCredentials_ComesBeforeThem()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Html(HttpStatusCode.BadGateway));
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Html(HttpStatusCode.BadGateway) with { AfterWork = true });

        Assert.Equal(HttpStatusCode.BadGateway, await StatusWithoutCredentialsAsync(service));
        Assert.Equal(HttpStatusCode.BadGateway, await StatusWithoutCredentialsAsync(service));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithoutCredentialsAsync(service));
        Assert.All(service.Emulator.Requests, request => Assert.False(request.CarriedOut));
    }

    [Fact]
    public void Factories_Nonsense_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Status((HttpStatusCode)100));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Html((HttpStatusCode)600));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Delay(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.ResetWhileReading(-1));
        Assert.Throws<ArgumentException>(() => EmulatorFault.TruncatedAnswer() with { AfterWork = false });
        Assert.Throws<ArgumentException>(() => EmulatorFault.ResetWhileReading(1) with { AfterWork = true });
        Assert.Throws<ArgumentException>(() => EmulatorFault.StallWhileReading(1) with { AfterWork = true });
    }

    [Fact]
    public void Equals_SameFault_IsEqual()
    {
        Assert.Equal(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));
        Assert.NotEqual(EmulatorFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), EmulatorFault.Status(HttpStatusCode.TooManyRequests));
        Assert.NotEqual(EmulatorFault.Reset(), EmulatorFault.Reset() with { AfterWork = true });
    }

    private static async Task<string> RetryAfterAsync(TimeSpan wait, bool asDate)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.Status(HttpStatusCode.TooManyRequests, wait, asDate));

        Answer answer = await service.GetAsync("v1/users/retrieve");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return Assert.Single(answer.Response.Headers.GetValues("Retry-After"));
    }

    private static async Task<HttpStatusCode> StatusWithoutCredentialsAsync(TestService service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Emulator.BaseAddress, "v1/users/retrieve"));
        return (await service.SendAsync(request)).StatusCode;
    }
}
