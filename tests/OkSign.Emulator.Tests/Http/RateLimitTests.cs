using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Http;

public class RateLimitTests
{
    private static readonly (string, string)[] Window =
        [("x-oksign-starttime", "2026-03-01T09:00:00Z"), ("x-oksign-endtime", "2026-03-01T10:00:00Z")];

    [Theory]
    [InlineData("v1/documents/active")]
    [InlineData("v1/documents/signed")]
    [InlineData("v1/webhooks/retrieve")]
    public async Task List_TwiceInThreeMinutes_Is429UntilTheyHavePassed(string path)
    {
        await using TestService service = await TestService.StartAsync(options => options.EnforceRateLimits = true);

        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(path, null, Window)).StatusCode);
        service.Time.Advance(TimeSpan.FromSeconds(179));
        Answer early = await service.GetAsync(path, null, Window);
        service.Time.Advance(TimeSpan.FromSeconds(1));
        Answer later = await service.GetAsync(path, null, Window);

        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.NotEmpty(early.Problems);
        Assert.Equal("OK", later.Status);
    }

    [Fact]
    public async Task Lists_HaveLimitsOfTheirOwn()
    {
        await using TestService service = await TestService.StartAsync(options => options.EnforceRateLimits = true);
        await service.GetAsync("v1/documents/active");

        Assert.Equal("OK", (await service.GetAsync("v1/documents/signed", null, Window)).Status);
    }

    [Fact]
    public async Task Upload_FourthInASecond_Is429()
    {
        await using TestService service = await TestService.StartAsync(options => options.EnforceRateLimits = true);
        for (int upload = 0; upload < 3; upload++)
        {
            await service.UploadAsync();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.TryUploadAsync(TestPdf.OnePage())).StatusCode);
        service.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEmpty(await service.UploadAsync());
    }

    [Fact]
    public async Task List_LimitsNotEnforced_MayBeCalledAtWill()
    {
        await using TestService service = await TestService.StartAsync();
        await service.GetAsync("v1/documents/active");

        Assert.Equal("OK", (await service.GetAsync("v1/documents/active")).Status);
    }
}
