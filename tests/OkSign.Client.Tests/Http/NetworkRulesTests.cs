using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.Tests.Http;

public class NetworkRulesTests
{
    public static TheoryData<bool, string> Handlers => new MatrixTheoryData<bool, string>([true, false], ["client", "sockets", "wrapped"]);

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Create_NetworkThatFollowsRedirects_IsRefused(bool followsRedirects, string kind)
    {
        HttpMessageHandler network = HandlerOf(kind, followsRedirects);

        Exception? exception = Record.Exception(() => OkSignClient.Create(Sample.Credentials, network: network).Dispose());

        Assert.Equal(followsRedirects, exception is ArgumentException { ParamName: "network" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddOkSign_NetworkThatFollowsRedirects_IsRefused(bool followsRedirects)
    {
        var services = new ServiceCollection();
        services.AddOkSign(static options => options.Credentials = Sample.Credentials)
            .ConfigurePrimaryHttpMessageHandler(() => HandlerOf("client", followsRedirects));
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception? exception = Record.Exception(() => provider.GetRequiredService<OkSignClient>());

        Assert.Equal(followsRedirects, exception is InvalidOperationException);
    }

    private static HttpMessageHandler HandlerOf(string kind, bool followsRedirects)
        => kind switch
        {
            "client" => new HttpClientHandler { AllowAutoRedirect = followsRedirects },
            "sockets" => new SocketsHttpHandler { AllowAutoRedirect = followsRedirects },
            _ => new AuthorizationHandler(Sample.Credentials.Key, Sample.BaseAddress)
            {
                InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = followsRedirects },
            },
        };
}
