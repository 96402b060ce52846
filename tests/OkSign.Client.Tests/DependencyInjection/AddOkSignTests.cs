using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OkSign.Client.Tests;

public sealed class AddOkSignTests : IDisposable
{
    private const string OtherKeyText = "999999;0th3r-t0k3n;other-label";

    private readonly ServiceCollection _services = new();
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> BadSettings => new()
    {
        { "Authorization", "" },
        { "Authorization", Sample.Token },
        { "Authorization", "x;" + Sample.Token + ";label" },
        { "Authorization", "1;" + Sample.Token + "\n;label" },
        { "BaseAddress", "http://service.example/" },
        { "BaseAddress", "services/rest" },
        { "MaxDocumentSize", "0" },
        { "AttemptTimeout", "00:00:00" },
        { "IdleTimeout", "2.00:00:00" },
        { "Retry:MaxRetries", "11" },
        { "Retry:BaseDelay", "-00:00:01" },
        { "Retry:MaxDelay", "00:00:00" },
        { "Retry:MaxRetries", "many" },
    };

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task AddOkSign_Delegate_GivesAWorkingClient()
    {
        _network.Answers(Sample.Ok("[]"));
        WithNetwork(_services.AddOkSign(ConfigureSample));
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(Cancel);

        Assert.Equal("https://service.example/rest/v1/users/retrieve", _network.Requests[0].Address.AbsoluteUri);
        Assert.Equal(Sample.KeyText, _network.Requests[0].Headers["x-oksign-authorization"]);
    }

    [Fact]
    public void AddOkSign_Section_ReadsEveryKey()
    {
        _services.AddOkSign(Section(
            ("Authorization", Sample.KeyText),
            ("BaseAddress", "https://service.example/rest/"),
            ("MaxDocumentSize", "1234"),
            ("AttemptTimeout", "00:00:11"),
            ("IdleTimeout", "00:00:12"),
            ("Retry:MaxRetries", "5"),
            ("Retry:BaseDelay", "00:00:02"),
            ("Retry:MaxDelay", "00:00:20")));
        using ServiceProvider provider = _services.BuildServiceProvider();

        OkSignClientOptions options = provider.GetRequiredService<IOptions<OkSignClientOptions>>().Value;

        Assert.Equal(Sample.KeyText, options.Credentials!.Key.Value);
        Assert.Equal(Sample.BaseAddress, options.BaseAddress);
        Assert.Equal(1234, options.MaxDocumentSize);
        Assert.Equal(TimeSpan.FromSeconds(11), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(12), options.IdleTimeout);
        Assert.Equal(5, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(20), options.Retry.MaxDelay);
    }

    [Fact]
    public void AddOkSign_WholeConfiguration_ReadsItsKeys()
    {
        _services.AddOkSign(new ConfigurationBuilder().AddInMemoryCollection([new("Authorization", Sample.KeyText)]).Build());
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal(Sample.KeyText, provider.GetRequiredService<IOptions<OkSignClientOptions>>().Value.Credentials!.Key.Value);
    }

    [Fact]
    public void AddOkSign_AskedTwice_GivesTheSameClient()
    {
        _services.AddOkSign(ConfigureSample);
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<OkSignClient>(), provider.GetRequiredService<OkSignClient>());
    }

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task Host_BadSetting_DoesNotStartAndNamesTheKeyWithoutTheToken(string key, string value)
    {
        using IHost host = HostWith(services => services.AddOkSign(Section(("Authorization", Sample.KeyText), (key, value))));

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancel));

        Assert.Contains($"OkSign:{key}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_NoSettingsAtAll_DoesNotStartAndNamesTheKey()
    {
        using IHost host = HostWith(static services => services.AddOkSign(Section()));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Contains("OkSign:Authorization: the credentials are missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_SeveralBadSettings_TellsAll()
    {
        using IHost host = HostWith(static services => services.AddOkSign(Section(("MaxDocumentSize", "0"), ("Retry:MaxRetries", "11"))));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Equal(
            ["OkSign:Authorization", "OkSign:MaxDocumentSize", "OkSign:Retry"],
            exception.Failures.Select(static failure => string.Join(':', failure.Split(':')[..2])));
    }

    [Fact]
    public async Task Host_GoodSettings_Starts()
    {
        using IHost host = HostWith(static services => services.AddOkSign(Section(("Authorization", Sample.KeyText))));

        await host.StartAsync(Cancel);

        Assert.NotNull(host.Services.GetRequiredService<OkSignClient>());
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task Host_BadKeyedClient_DoesNotStart()
    {
        using IHost host = HostWith(static services =>
        {
            services.AddOkSign(ConfigureSample);
            services.AddKeyedOkSign("tenant-a", Section());
        });

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Equal("tenant-a", exception.OptionsName);
    }

    [Fact]
    public void KeyedClient_KeyThatIsNoKey_NamesItsOptions()
    {
        _services.AddKeyedOkSign("tenant-a", Section(("Authorization", "nonsense")));
        using ServiceProvider provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<OkSignClient>("tenant-a"));

        Assert.Equal("tenant-a", exception.OptionsName);
    }

    [Fact]
    public void WithoutHost_BadSetting_IsToldWhenTheClientIsAskedFor()
    {
        _services.AddOkSign(static options => options.Credentials = null);
        using ServiceProvider provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<OkSignClient>);

        Assert.StartsWith("Authorization:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddOkSign_Twice_AccumulatesSettingsAndAddsHandlersOnce()
    {
        _services.AddSingleton<TimeProvider>(_clock);
        _services.AddOkSign(ConfigureSample);
        WithNetwork(_services.AddOkSign(static options => options.Retry.MaxRetries = 2));
        _network.AnswersTimes(3, HttpStatusCode.BadGateway);
        await using ServiceProvider provider = _services.BuildServiceProvider();
        OkSignClient client = Assert.Single(provider.GetServices<OkSignClient>());

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Users.RetrieveAsync(Cancel)));

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(3, _network.Requests.Count);
        Assert.Single(_services, static service => service.ServiceType == typeof(IValidateOptions<OkSignClientOptions>));
    }

    [Fact]
    public void AddOkSign_SectionThenDelegate_TheLastSettingCounts()
    {
        _services.AddOkSign(Section(("Authorization", Sample.KeyText), ("MaxDocumentSize", "1")));
        _services.AddOkSign(static options => options.MaxDocumentSize = 2);
        using ServiceProvider provider = _services.BuildServiceProvider();

        OkSignClientOptions options = provider.GetRequiredService<IOptions<OkSignClientOptions>>().Value;

        Assert.Equal(2, options.MaxDocumentSize);
        Assert.Equal(Sample.KeyText, options.Credentials!.Key.Value);
    }

    [Fact]
    public async Task TimeProvider_OfTheContainer_IsUsed()
    {
        _services.AddSingleton<TimeProvider>(_clock);
        WithNetwork(_services.AddOkSign(ConfigureSample));
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Ok("[]"));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Task call = provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(Cancel);
        Assert.False(call.IsCompleted);
        await _clock.RunAsync(call);

        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task KeyedClients_Each_UseTheirOwnCredentials()
    {
        using var other = new StubNetwork().Answers(Sample.Ok("[]"));
        _network.Answers(Sample.Ok("[]"));
        WithNetwork(_services.AddKeyedOkSign("a", Section(("Authorization", Sample.KeyText))));
        WithNetwork(_services.AddKeyedOkSign("b", static options => options.Credentials = OkSignCredentials.Parse(OtherKeyText)), other);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<OkSignClient>("a").Users.RetrieveAsync(Cancel);
        await provider.GetRequiredKeyedService<OkSignClient>("b").Users.RetrieveAsync(Cancel);

        Assert.Equal(Sample.KeyText, _network.Requests[0].Headers["x-oksign-authorization"]);
        Assert.Equal(OtherKeyText, other.Requests[0].Headers["x-oksign-authorization"]);
        Assert.Null(provider.GetService<OkSignClient>());
    }

    [Fact]
    public async Task KeyedClient_BesideThePlainOne_IsAnother()
    {
        using var other = new StubNetwork().Answers(Sample.Ok("[]"));
        WithNetwork(_services.AddOkSign(ConfigureSample));
        WithNetwork(_services.AddKeyedOkSign("b", static options => options.Credentials = OkSignCredentials.Parse(OtherKeyText)), other);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        OkSignClient keyed = provider.GetRequiredKeyedService<OkSignClient>("b");
        await keyed.Users.RetrieveAsync(Cancel);

        Assert.NotSame(keyed, provider.GetRequiredService<OkSignClient>());
        Assert.Equal(OtherKeyText, other.Requests[0].Headers["x-oksign-authorization"]);
    }

    [Fact]
    public async Task KeyedClient_AddedTwice_AccumulatesSettings()
    {
        _services.AddSingleton<TimeProvider>(_clock);
        _services.AddKeyedOkSign("a", ConfigureSample);
        WithNetwork(_services.AddKeyedOkSign("a", static options => options.Retry.MaxRetries = 1));
        _network.AnswersTimes(2, HttpStatusCode.BadGateway);
        await using ServiceProvider provider = _services.BuildServiceProvider();
        OkSignClient client = Assert.Single(provider.GetKeyedServices<OkSignClient>("a"));

        await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Users.RetrieveAsync(Cancel)));

        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task Builder_HandlerOfTheUser_SeesEachAttempt()
    {
        using var seen = new CountingHandler();
        _services.AddSingleton<TimeProvider>(_clock);
        WithNetwork(_services.AddOkSign(ConfigureSample)).AddHttpMessageHandler(() => seen);
        _network.Answers(HttpStatusCode.BadGateway).Answers(Sample.Ok("[]"));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await _clock.RunAsync(provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(Cancel));

        Assert.Equal(2, seen.Count);
    }

    [Theory]
    [InlineData("default before")]
    [InlineData("default after")]
    [InlineData("builder")]
    [InlineData("keyed builder")]
    public async Task Guard_HandlerThatResends_SendsAnUploadOnce(string place)
    {
        AddWithResending(place);
        _network.AnswersTimes(3, HttpStatusCode.ServiceUnavailable);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => ClientOf(provider).Documents.UploadAsync(Sample.File(), Cancel));

        Assert.Equal(Sample.Pdf(), Assert.Single(_network.Requests).Body);
        Assert.True(exception.MayHaveReachedService);
        Assert.Equal(("Document.upload", 1), (exception.Operation, exception.Attempts));
    }

    [Theory]
    [InlineData("default before")]
    [InlineData("default after")]
    [InlineData("builder")]
    [InlineData("keyed builder")]
    public async Task Guard_HandlerThatResends_SendsAReadAsOftenAsItLikes(string place)
    {
        AddWithResending(place);
        _network.AnswersTimes(2, HttpStatusCode.ServiceUnavailable).Answers(Sample.Ok("[]"));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await ClientOf(provider).Users.RetrieveAsync(Cancel);

        Assert.Equal(3, _network.Requests.Count);
    }

    [Fact]
    public async Task Guard_HandlerOutsideAllOthersThatResends_SendsAnUploadOnce()
    {
        WithNetwork(_services.AddOkSign(ConfigureSample))
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Insert(0, new ResendingHandler()));
        _network.AnswersTimes(3, HttpStatusCode.ServiceUnavailable);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => ClientOf(provider).Documents.UploadAsync(Sample.File(), Cancel));

        Assert.Single(_network.Requests);
        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Guard_TwoUploads_SendsBoth()
    {
        AddWithResending("builder");
        _network.Answers(Sample.Ok($"\"{Sample.SourceIdText}\"")).Answers(Sample.Ok($"\"{Sample.SourceIdText}\""));
        await using ServiceProvider provider = _services.BuildServiceProvider();
        OkSignFile file = Sample.File();

        await ClientOf(provider).Documents.UploadAsync(file, Cancel);
        await ClientOf(provider).Documents.UploadAsync(file, Cancel);

        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public void Builder_HttpClient_HasNoTimeoutOfItsOwn()
    {
        IHttpClientBuilder builder = _services.AddOkSign(ConfigureSample);
        using ServiceProvider provider = _services.BuildServiceProvider();

        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(builder.Name);

        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
        Assert.Equal(Sample.BaseAddress, http.BaseAddress);
    }

    [Fact]
    public void AddOkSign_NullArgument_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("services", () => OkSignServiceCollectionExtensions.AddOkSign(null!, ConfigureSample));
        Assert.Throws<ArgumentNullException>("configure", () => _services.AddOkSign((Action<OkSignClientOptions>)null!));
        Assert.Throws<ArgumentNullException>("section", () => _services.AddOkSign((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("section", () => _services.AddKeyedOkSign("a", (IConfiguration)null!));
    }

    [Fact]
    public void AddKeyedOkSign_NoKey_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => _services.AddKeyedOkSign(null!, ConfigureSample));
        Assert.ThrowsAny<ArgumentException>(() => _services.AddKeyedOkSign("", ConfigureSample));
    }

    private static void ConfigureSample(OkSignClientOptions options)
    {
        options.Credentials = Sample.Credentials;
        options.BaseAddress = Sample.BaseAddress;
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach ((string key, string value) in settings)
        {
            configuration[$"OkSign:{key}"] = value;
        }

        return configuration.GetSection("OkSign");
    }

    private static IHost HostWith(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        configure(builder.Services);
        return builder.Build();
    }

    private static OkSignClient ClientOf(ServiceProvider provider)
        => provider.GetService<OkSignClient>() ?? provider.GetRequiredKeyedService<OkSignClient>("tenant-a");

    private void AddWithResending(string place)
    {
        _services.AddSingleton<TimeProvider>(_clock);
        switch (place)
        {
            case "default before":
                _services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new ResendingHandler()));
                WithNetwork(_services.AddOkSign(ConfigureSample));
                break;
            case "default after":
                WithNetwork(_services.AddOkSign(ConfigureSample));
                _services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new ResendingHandler()));
                break;
            case "builder":
                WithNetwork(_services.AddOkSign(ConfigureSample)).AddHttpMessageHandler(static () => new ResendingHandler());
                break;
            default:
                WithNetwork(_services.AddKeyedOkSign("tenant-a", ConfigureSample)).AddHttpMessageHandler(static () => new ResendingHandler());
                break;
        }
    }

    private IHttpClientBuilder WithNetwork(IHttpClientBuilder builder, StubNetwork? network = null)
        => builder.ConfigurePrimaryHttpMessageHandler(() => network ?? _network);

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
