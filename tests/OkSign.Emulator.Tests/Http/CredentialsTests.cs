using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Http;

public class CredentialsTests
{
    private const string Authorization = "123456;123456-AAAA;marketing";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456;123456-AAAA;sales")]
    [InlineData("123456;123456-aaaa;marketing")]
    [InlineData("123456;123456-AAAA")]
    [InlineData("123456;123456-AAAA;marketing;")]
    public async Task AnyOperation_WrongCredentials_Is401WithTheEnvelope(string? authorization)
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = Authorization);

        Answer answer = await GetCreditsAsync(service, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotEmpty(answer.Problems);
    }

    [Fact]
    public async Task AnyOperation_RightCredentials_IsAnswered()
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = Authorization);

        Assert.Equal("OK", (await GetCreditsAsync(service, Authorization)).Status);
    }

    [Fact]
    public async Task AnyOperation_WrongCredentialsAndHttp200AskedFor_IsAFailureWithHttp200()
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.BadCredentialsStatusCode = 200);

        Answer answer = await GetCreditsAsync(service, "wrong");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Not authorized", answer.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("123456;;x")]
    [InlineData("abc;token;org")]
    [InlineData("123456;tok en;org")]
    public async Task Start_AuthorizationOfAnotherForm_Throws(string authorization)
        => await Assert.ThrowsAsync<ArgumentException>(() => TestService.StartAsync(options => options.Authorization = authorization));

    [Fact]
    public void Authorization_Default_IsRandom()
        => Assert.NotEqual(new OkSignEmulatorOptions().Authorization, new OkSignEmulatorOptions().Authorization);

    private static async Task<Answer> GetCreditsAsync(TestService service, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Emulator.BaseAddress, "v1/credits/retrieve"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("X-OKSIGN-Authorization", authorization);
        }

        return await service.SendAsync(request);
    }
}
