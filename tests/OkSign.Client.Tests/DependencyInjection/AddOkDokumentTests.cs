using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Secrets;

namespace OkSign.Client.Tests;

public sealed class AddOkDokumentTests : IDisposable
{
    private const string OtherKeyText = "ffffffff_0ther";

    private readonly ServiceCollection _services = new();
    private readonly StubNetwork _network = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> BadSettings => new()
    {
        { "ApiKey", "" },
        { "ApiKey", Dokument.ApiKeyText + " x" },
        { "ApiKey", Dokument.ApiKeyText + "\u010d" },
        { "Host", "Mars" },
        { "Host", "7" },
        { "BaseAddress", "http://dokument.example/" },
        { "MaxDocumentSize", "0" },
        { "AttemptTimeout", "00:00:00" },
        { "Retry:MaxRetries", "11" },
        { "Wire:AllowedFieldsAsText", "perhaps" },
        { "Wire:FinalRecipientSeparator", "" },
        { "Wire:Operations:OkDokument.Nothing", "" },
        { "Wire:Operations:OkDokument.DeleteDocument:Path", "/JSON/document" },
        { "Wire:Operations:OkDokument.DeleteDocument:Path", "/JSON/document/{id}" },
        { "Wire:Operations:OkDokument.DeleteDocument:Path", "/JSON/{documentId}/{documentId}" },
        { "Wire:Operations:OkDokument.DeleteDocument:Path", "/JSON/{more}/{documentId}" },
        { "Wire:Operations:OkDokument.DeleteDocument:FallbackPath", "/JSON/doc/{documentId}" },
        { "Wire:Operations:OkDokument.DocumentInfo:FallbackPath", "/JSON/document/metadata" },
        { "Wire:Operations:OkDokument.SetCallback:Method", "P O S T" },
    };

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task AddOkDokument_Delegate_GivesAWorkingClient()
    {
        _network.Answers("[]");
        WithNetwork(_services.AddOkDokument(ConfigureSample));
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<OkDokumentClient>().Documents.ListAsync(cancellationToken: Cancel);

        Assert.Equal("https://dokument.example/JSON/list/flat?state=%2A", _network.Requests[0].Address.AbsoluteUri);
        Assert.Equal(Dokument.ApiKeyText, _network.Requests[0].Headers["x-api-key"]);
    }

    [Fact]
    public void AddOkDokument_Section_ReadsEveryKey()
    {
        _services.AddOkDokument(Section(
            ("ApiKey", $"  {Dokument.ApiKeyText} "),
            ("Host", "test"),
            ("MaxDocumentSize", "1234"),
            ("AttemptTimeout", "00:00:11"),
            ("IdleTimeout", "00:00:12"),
            ("Retry:MaxRetries", "5"),
            ("Retry:BaseDelay", "00:00:02"),
            ("Retry:MaxDelay", "00:00:20"),
            ("Retry:Budget", "00:01:00"),
            ("Wire:AllowedFieldsAsText", "true"),
            ("Wire:FinalRecipientSeparator", "|"),
            ("Wire:Operations:OkDokument.UploadDocument:RequestMembers:content", "$content"),
            ("Wire:Operations:okdokument.counter:Path", "/JSON/counters")));
        using ServiceProvider provider = _services.BuildServiceProvider();

        OkDokumentClientOptions options = provider.GetRequiredService<IOptions<OkDokumentClientOptions>>().Value;

        Assert.Equal(Dokument.ApiKeyText, options.Credentials!.Key.Value);
        Assert.Equal((OkDokumentHost.Test, "https://apidev.okdokument.com/"), (options.Host, options.BaseAddress.AbsoluteUri));
        Assert.Equal(1234, options.MaxDocumentSize);
        Assert.Equal((11, 12), (options.AttemptTimeout.TotalSeconds, options.IdleTimeout.TotalSeconds));
        Assert.Equal((5, 2, 20, 60), (options.Retry.MaxRetries, options.Retry.BaseDelay.TotalSeconds, options.Retry.MaxDelay.TotalSeconds, options.Retry.Budget.TotalSeconds));
        Assert.Equal((true, "|"), (options.Wire.AllowedFieldsAsText, options.Wire.FinalRecipientSeparator));
        Assert.Equal("$content", options.Wire.Operations["OkDokument.UploadDocument"].RequestMembers["content"]);
        Assert.Equal("/JSON/counters", options.Wire.Operations["OkDokument.Counter"].Path);
    }

    [Theory]
    [InlineData(null, null, "https://api.okdokument.com/")]
    [InlineData("Production", null, "https://api.okdokument.com/")]
    [InlineData("Test", null, "https://apidev.okdokument.com/")]
    [InlineData("Test", "https://dokument.example/", "https://dokument.example/")]
    [InlineData(null, "http://localhost:8080/", "http://localhost:8080/")]
    public void BaseAddress_OfHostAndAddress_IsTheAddressWhereThereIsOne(string? host, string? address, string expected)
    {
        _services.AddOkDokument(Section([("ApiKey", Dokument.ApiKeyText), .. host is null ? [] : new[] { ("Host", host) }, .. address is null ? [] : new[] { ("BaseAddress", address) }]));
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Equal(expected, provider.GetRequiredService<IOptions<OkDokumentClientOptions>>().Value.BaseAddress.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task Host_BadSetting_DoesNotStartAndNamesTheKeyWithoutTheApiKey(string key, string value)
    {
        using IHost host = HostWith(services => services.AddOkDokument(Section(("ApiKey", Dokument.ApiKeyText), (key, value))));

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancel));

        Assert.Contains($"OkDokument:{key}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Dokument.ApiKeyText, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_NoSettingsAtAll_DoesNotStartAndNamesTheKey()
    {
        using IHost host = HostWith(static services => services.AddOkDokument(Section()));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Contains("OkDokument:ApiKey: the credentials are missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_GoodSettings_Starts()
    {
        using IHost host = HostWith(static services => services.AddOkDokument(Section(("ApiKey", Dokument.ApiKeyText))));

        await host.StartAsync(Cancel);

        Assert.NotNull(host.Services.GetRequiredService<OkDokumentClient>());
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task BothServices_InOneContainer_UseTheirOwnKeysAndAddresses()
    {
        using var other = new StubNetwork().AnswersReason("[]");
        _network.Answers("[]");
        WithNetwork(_services.AddOkDokument(ConfigureSample));
        _services
            .AddOkSign(static options => (options.Credentials, options.BaseAddress) = (Sample.Credentials, Sample.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(() => other);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<OkDokumentClient>().Documents.ListAsync(cancellationToken: Cancel);
        await provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(Cancel);

        SentRequest dokument = Assert.Single(_network.Requests);
        SentRequest sign = Assert.Single(other.Requests);
        Assert.Equal(("dokument.example", Dokument.ApiKeyText, false), (dokument.Address.Host, dokument.Headers["x-api-key"], dokument.Headers.ContainsKey("x-oksign-authorization")));
        Assert.Equal(("service.example", Sample.KeyText, false), (sign.Address.Host, sign.Headers["x-oksign-authorization"], sign.Headers.ContainsKey("x-api-key")));
    }

    [Fact]
    public async Task BothServices_UnderTheSameServiceKey_AreTwoClients()
    {
        _services.AddKeyedOkSign("a", static options => options.Credentials = Sample.Credentials);
        _services.AddKeyedOkDokument("a", ConfigureSample);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredKeyedService<OkSignClient>("a"));
        Assert.NotNull(provider.GetRequiredKeyedService<OkDokumentClient>("a"));
    }

    [Fact]
    public async Task KeyedClients_Each_UseTheirOwnKey()
    {
        using var other = new StubNetwork().Answers("[]");
        _network.Answers("[]");
        WithNetwork(_services.AddKeyedOkDokument("a", Section(("ApiKey", Dokument.ApiKeyText))));
        WithNetwork(_services.AddKeyedOkDokument("b", static options => options.Credentials = new OkDokumentApiKey(OtherKeyText)), other);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<OkDokumentClient>("a").Documents.ListAsync(cancellationToken: Cancel);
        await provider.GetRequiredKeyedService<OkDokumentClient>("b").Documents.ListAsync(cancellationToken: Cancel);

        Assert.Equal(Dokument.ApiKeyText, _network.Requests[0].Headers["x-api-key"]);
        Assert.Equal(OtherKeyText, other.Requests[0].Headers["x-api-key"]);
        Assert.Null(provider.GetService<OkDokumentClient>());
    }

    [Fact]
    public async Task AddOkDokument_Twice_AccumulatesSettings()
    {
        _services.AddOkDokument(Section(("ApiKey", Dokument.ApiKeyText), ("MaxDocumentSize", "1")));
        _services.AddOkDokument(static options => options.MaxDocumentSize = 2);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        OkDokumentClientOptions options = provider.GetRequiredService<IOptions<OkDokumentClientOptions>>().Value;

        Assert.Equal((2, Dokument.ApiKeyText), (options.MaxDocumentSize, options.Credentials!.Key.Value));
        Assert.Single(provider.GetServices<OkDokumentClient>());
    }

    [Fact]
    public async Task WireProfile_OfTheConfiguration_IsUsed()
    {
        _network.Answers(Dokument.Done("msg.deleted", "a"));
        WithNetwork(_services.AddOkDokument(Section(
            ("ApiKey", Dokument.ApiKeyText),
            ("Wire:Operations:OkDokument.DeleteDocument:Path", "/v2/{documentId}/remove"),
            ("Wire:Operations:OkDokument.DeleteDocument:Method", "POST"))));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<OkDokumentClient>().Documents.DeleteAsync(new StoredDocumentId("a/b?c"), Cancel);

        Assert.Equal((HttpMethod.Post, "/v2/a%2Fb%3Fc/remove"), (_network.Requests[0].Method, _network.Requests[0].Address.PathAndQuery));
    }

    [Fact]
    public async Task Logs_AtTraceLevel_HaveNoPath()
    {
        using var logs = new RecordedLogs();
        _services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        WithNetwork(_services.AddOkDokument(ConfigureSample));
        _network.Answers(Dokument.Info("signed"));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<OkDokumentClient>().Documents.RetrieveInfoAsync(Dokument.DocumentId, Cancel);

        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, static line => line.Contains(Dokument.DocumentIdText, StringComparison.Ordinal) || line.Contains("metadata", StringComparison.Ordinal));
    }

    [Fact]
    public void AddOkDokument_NullArgument_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("services", static () => OkDokumentServiceCollectionExtensions.AddOkDokument(null!, ConfigureSample));
        Assert.Throws<ArgumentNullException>("configure", () => _services.AddOkDokument((Action<OkDokumentClientOptions>)null!));
        Assert.Throws<ArgumentNullException>("section", () => _services.AddOkDokument((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("serviceKey", () => _services.AddKeyedOkDokument(null!, ConfigureSample));
        Assert.Throws<ArgumentNullException>("serviceKey", () => _services.AddKeyedOkDokument(null!, Section()));
        Assert.ThrowsAny<ArgumentException>(() => _services.AddKeyedOkDokument("", ConfigureSample));
    }

    private static void ConfigureSample(OkDokumentClientOptions options) => (options.Credentials, options.BaseAddress) = (Dokument.ApiKey, Dokument.BaseAddress);

    private static IConfigurationSection Section(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach ((string key, string value) in settings)
        {
            configuration[$"OkDokument:{key}"] = value;
        }

        return configuration.GetSection("OkDokument");
    }

    private static IHost HostWith(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        configure(builder.Services);
        return builder.Build();
    }

    private IHttpClientBuilder WithNetwork(IHttpClientBuilder builder, StubNetwork? network = null)
        => builder.ConfigurePrimaryHttpMessageHandler(() => network ?? _network);
}
