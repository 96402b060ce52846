using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>The addresses that the service is given.</summary>
public sealed class AddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Urls_OfARequest_AreOfItsHost()
    {
        await using Portal portal = await StartAsync();

        string[] urls = await UrlsAsync(portal);

        string host = portal.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            [
                $"{host}/oksign/callback?secret={Portal.Secret}",
                $"{host}/oksign/return",
                $"{host}/oksign/delivery-error?secret={Portal.Secret}",
                $"{host}/okdokument/completion?secret={Portal.Secret}",
                $"{host}/okdokument/result",
            ],
            urls);
    }

    [Fact]
    public async Task Urls_BehindAReverseProxy_AreThoseOfTheWorld()
    {
        await using Portal portal = await StartAsync(allowedHosts: "portal.example");

        string[] urls = await UrlsAsync(portal, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "portal.example"), ("X-Forwarded-Prefix", "/app"));

        Assert.Equal($"https://portal.example/app/oksign/callback?secret={Portal.Secret}", urls[0]);
        Assert.Equal("https://portal.example/app/oksign/return", urls[1]);
    }

    [Theory]
    [InlineData("*", "evil.example", false)]
    [InlineData("portal.example", "evil.example", false)]
    [InlineData("portal.example", "portal.example", true)]
    [InlineData("*.example", "portal.example", true)]
    [InlineData("*.portal.example", "portal.example", false)]
    [InlineData("*.portal.example", "evilportal.example", false)]
    [InlineData("", "localhost", true)]
    [InlineData("", "127.0.0.1", true)]
    [InlineData("", "[::1]:8080", true)]
    [InlineData("", "127.0.0.1.evil.example", false)]
    public async Task Urls_OfAHost_AreGivenWhenItIsOurs(string allowed, string host, bool isGiven)
    {
        await using Portal portal = await StartAsync(allowed);

        string[] urls = await UrlsAsync(portal, ("X-Forwarded-Host", host));

        Assert.Equal(isGiven, urls[0].StartsWith($"http://{host}/oksign/callback", StringComparison.Ordinal));
        Assert.Equal(!isGiven, urls[0].Contains("PublicAddress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Urls_WithAPublicAddress_AreThere()
    {
        await using Portal portal = await StartAsync(services: static services =>
        {
            services.Configure<OkSignCallbackOptions>(static options => options.PublicAddress = new Uri("https://portal.example/app"));
            services.Configure<OkDokumentCallbackOptions>(static options => options.PublicAddress = new Uri("https://portal.example/app/"));
        });

        string[] urls = await UrlsAsync(portal, ("X-Forwarded-Host", "evil.example"));

        Assert.Equal($"https://portal.example/app/oksign/callback?secret={Portal.Secret}", urls[0]);
        Assert.Equal($"https://portal.example/app/okdokument/completion?secret={Portal.Secret}", urls[3]);
    }

    [Fact]
    public async Task Urls_WithTheSecretInThePath_AreAccepted()
    {
        await using Portal portal = await StartAsync(services: static services => services.Configure<OkSignCallbackOptions>(static options => options.SecretInPath = true));
        await portal.RegisterUrlsAsync();
        SignatureRequest request = await portal.SendAsync();

        await portal.SignAsync(request.Signers[0]);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        Assert.EndsWith($"/oksign/callback/{Portal.Secret}", portal.Urls.Callback.AbsoluteUri, StringComparison.Ordinal);
        Assert.Single(portal.Handled.Signatures);
    }

    [Theory]
    [InlineData("/app")]
    [InlineData("ftp://portal.example")]
    public async Task At_NoWebAddress_IsRefused(string address)
    {
        await using Portal portal = await StartAsync();
        var relative = new Uri(address, UriKind.RelativeOrAbsolute);

        Assert.Throws<ArgumentException>("publicAddress", () => portal.Services.GetRequiredService<OkSignCallbackAddresses>().At(relative));
        Assert.Throws<ArgumentException>("publicAddress", () => portal.Services.GetRequiredService<OkDokumentCallbackAddresses>().At(relative));
    }

    [Fact]
    public async Task Urls_InAText_HideTheSecret()
    {
        await using Portal portal = await StartAsync();

        Assert.DoesNotContain(Portal.Secret, portal.Urls.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Portal.Secret, portal.Services.GetRequiredService<OkDokumentCallbackAddresses>().At(portal.Address).ToString(), StringComparison.Ordinal);
    }

    private static Task<Portal> StartAsync(string allowedHosts = "", Action<IServiceCollection>? services = null)
        => Portal.StartAsync(
            services: collection =>
            {
                collection.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. allowedHosts.Split(';', StringSplitOptions.RemoveEmptyEntries)]);
                collection.Configure<ForwardedHeadersOptions>(static options => options.ForwardedHeaders = ForwardedHeaders.All);
                services?.Invoke(collection);
            },
            app: static app =>
            {
                app.UseForwardedHeaders();
                app.MapGet("/urls", static async context =>
                {
                    string text;
                    try
                    {
                        OkSignCallbackUrls sign = context.GetOkSignCallbackUrls();
                        OkDokumentCallbackUrls dokument = context.GetOkDokumentCallbackUrls();
                        text = string.Join('\n', sign.Callback.AbsoluteUri, sign.Return, sign.DeliveryErrors, dokument.Completion, dokument.Result);
                    }
                    catch (InvalidOperationException exception)
                    {
                        text = exception.Message;
                    }

                    await context.Response.WriteAsync(text);
                });
            });

    private static async Task<string[]> UrlsAsync(Portal portal, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/urls");
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage answer = await portal.Http.SendAsync(request, Cancel);
        return (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n');
    }
}
