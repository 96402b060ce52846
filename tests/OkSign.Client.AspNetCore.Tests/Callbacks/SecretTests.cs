using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>Who is let in.</summary>
public sealed class SecretTests
{
    private const string Former = "the-secret-of-last-year";

    private static readonly SourceDocumentId Source = new("123456-00000000-0000-4000-8000-000000000001");
    private static readonly SignedDocumentId Signed = new("123456-00000000-0000-4000-8000-000000000002");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("a-secret-of-the-test")]
    [InlineData("A-SECRET-OF-THE-TESTS")]
    public async Task Call_WithAWrongSecret_CostsOneRejection(string? secret)
    {
        await using Portal portal = await Portal.StartAsync();

        using HttpResponseMessage callback = await portal.CallAsync(Source, Signed, Portal.Anna, secret);
        using HttpResponseMessage deliveryError = await portal.Http.GetAsync(new Uri($"/oksign/delivery-error?event=spam&secret={secret}", UriKind.Relative), Cancel);
        using HttpResponseMessage completion = await portal.Http.PostAsync(new Uri($"/okdokument/completion?secret={secret}", UriKind.Relative), new StringContent("{}"), Cancel);

        Assert.All([callback, deliveryError, completion], static answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(0, portal.Questions());
        Assert.Equal("", await callback.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData(Portal.Secret)]
    [InlineData(Former)]
    public async Task Call_WithOneOfSeveralSecrets_IsLetIn(string secret)
    {
        await using Portal portal = await Portal.StartAsync(services: static services => services.Configure<OkSignCallbackOptions>(static options => options.Secrets.Add(Former)));

        using HttpResponseMessage inQuery = await portal.CallAsync(Source, Signed, Portal.Anna, secret);
        using HttpResponseMessage inPath = await portal.Http.GetAsync(new Uri($"/oksign/callback/{secret}?source_docid={Source}", UriKind.Relative), Cancel);

        // Not the secret's fault: the service knows of no such document.
        Assert.True(portal.Questions() >= 2);
    }

    [Fact]
    public async Task Call_AfterTheSettingsHaveChanged_NeedsTheNewSecret()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", Former)]).Build();
        await using Portal portal = await Portal.StartAsync(services: services =>
        {
            services.PostConfigure<OkSignCallbackOptions>(static options => options.Secrets.Remove(Portal.Secret));
            services.AddOkSignCallbacks<RecordingHandler>(configuration);
        });
        await portal.CallAsync(Source, Signed, Portal.Anna, Former);
        int questions = portal.Questions();
        Assert.NotEqual(0, questions);

        configuration["Secrets:0"] = "the-secret-of-this-year";
        configuration.Reload();

        await portal.CallAsync(Source, Signed, Portal.Anna, Former);
        Assert.Equal(questions, portal.Questions());
        await portal.CallAsync(Source, Signed, Portal.Anna, "the-secret-of-this-year");
        Assert.NotEqual(questions, portal.Questions());
        Assert.Contains("this-year", portal.Urls.Callback.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AfterTheSettingsHaveBecomeWrong_NeedsTheFormerSecret()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:0", Former)]).Build();
        await using Portal portal = await Portal.StartAsync(services: services => services.AddOkSignCallbacks<RecordingHandler>(configuration));
        await portal.CallAsync(Source, Signed, Portal.Anna, Former);
        int questions = portal.Questions();

        // Whoever listens to the configuration is told of the mistake, too.
        configuration["Secrets:0"] = "short";
        Record.Exception(configuration.Reload);
        await portal.CallAsync(Source, Signed, Portal.Anna, Former);

        Assert.NotEqual(questions, portal.Questions());
    }

    [Fact]
    public async Task Call_WithMoreWrongSecretsThanAllowed_IsTooMany_AndTheRightOneIsLetIn()
    {
        await using Portal portal = await Portal.StartAsync(services: static services => services.Configure<OkSignCallbackOptions>(static options => options.WrongSecretsPerMinute = 3));
        var statuses = new List<HttpStatusCode>();
        for (int call = 0; call < 5; call++)
        {
            using HttpResponseMessage answer = await portal.CallAsync(Source, Signed, Portal.Anna, $"guess-number-{call:D10}");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
        await portal.CallAsync(Source, Signed, Portal.Anna);
        Assert.NotEqual(0, portal.Questions());
    }

    [Theory]
    [InlineData("2001:db8:1:2:3::1", "2001:db8:1:2::99", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    public async Task WrongSecrets_OfOneNetwork_AreCountedTogether(string first, string second, bool isTogether)
    {
        await using Portal portal = await Portal.StartAsync(services: static services => services.Configure<OkSignCallbackOptions>(static options => options.WrongSecretsPerMinute = 1));
        CallbackGuard<OkSignCallbackOptions> guard = portal.Services.GetRequiredService<CallbackGuard<OkSignCallbackOptions>>();

        async Task<int> StatusOfAsync(string address)
        {
            var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
            await guard.Refusal(context, "callback")!.ExecuteAsync(context);
            return context.Response.StatusCode;
        }

        Assert.Equal(404, await StatusOfAsync(first));
        Assert.Equal(isTogether ? 429 : 404, await StatusOfAsync(second));
    }

    [Theory]
    [InlineData("Secrets:0", "short", "OkSign:Callbacks:Secrets:0 is none")]
    [InlineData("AnswerWithin", "00:00:05", "OkSign:Callbacks:Secrets is empty")]
    [InlineData("PublicAddress", "ftp://portal.example", "OkSign:Callbacks:PublicAddress must be")]
    [InlineData("WrongSecretsPerMinute", "0", "OkSign:Callbacks:WrongSecretsPerMinute must be")]
    [InlineData("AnswerWithin", "-00:00:01", "OkSign:Callbacks:AnswerWithin must not")]
    public async Task Start_WithWrongSettings_NamesTheKey(string key, string value, string expected)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"OkSign:Callbacks:{key}", value)]).Build();
        var services = new ServiceCollection();
        services.AddOkSignCallbacks<RecordingHandler>(configuration.GetSection("OkSign:Callbacks"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(exception.Failures, failure => failure.StartsWith(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(exception.Failures, static failure => failure.Contains("short", StringComparison.Ordinal));
    }
}
