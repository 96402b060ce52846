using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client;

/// <summary>One client in a service collection: its options, its named <see cref="HttpClient"/> and itself.</summary>
internal sealed class Registration
{
    private readonly IServiceCollection _services;
    private readonly string _optionsName;

    private Registration(IServiceCollection services, string optionsName) => (_services, _optionsName) = (services, optionsName);

    private string HttpClientName => _optionsName == Options.DefaultName ? "OkSign.Client" : $"OkSign.Client:{_optionsName}";

    public static Registration Of(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new Registration(services, Options.DefaultName);
    }

    public static Registration Of(IServiceCollection services, string serviceKey)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        return serviceKey.Length > 0
            ? new Registration(services, serviceKey)
            : throw new ArgumentException("A key is needed; AddOkSign registers the client that has none.", nameof(serviceKey));
    }

    public IHttpClientBuilder From(Action<OkSignClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Register(options => options.Configure(configure), keyPrefix: "");
    }

    public IHttpClientBuilder From(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string keyPrefix = section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ":" : "";
        return Register(
            options => options.Bind(section).Configure(target => ReadCredentials(section, keyPrefix, target)),
            keyPrefix);
    }

    private void ReadCredentials(IConfiguration section, string keyPrefix, OkSignClientOptions target)
    {
        string? text = section["Authorization"];
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        try
        {
            target.Credentials = OkSignCredentials.Parse(text!);
        }
        catch (FormatException exception)
        {
            throw new OptionsValidationException(
                _optionsName,
                typeof(OkSignClientOptions),
                [$"{keyPrefix}Authorization: {exception.Message}"]);
        }
    }

    private IHttpClientBuilder Register(Action<OptionsBuilder<OkSignClientOptions>> configure, string keyPrefix)
    {
        OptionsBuilder<OkSignClientOptions> options = _services.AddOptions<OkSignClientOptions>(_optionsName);
        configure(options);

        IHttpClientBuilder http = _services.AddHttpClient(HttpClientName);
        if (IsFirst())
        {
            _services.AddSingleton<IValidateOptions<OkSignClientOptions>>(new OptionsValidator(_optionsName, keyPrefix));
            options.PostConfigure<IServiceProvider>(UseLogging).ValidateOnStart();
            AddClient();
            AddHandlers(http);
            AddGuard();
        }

        return http;
    }

    private static void UseLogging(OkSignClientOptions options, IServiceProvider provider)
        => options.UseLoggerFactoryByDefault(provider.GetService<ILoggerFactory>());

    /// <summary>Registering again adds settings, and nothing twice.</summary>
    private bool IsFirst()
    {
        bool isFirst = !_services.Any(service =>
            service.ServiceType == typeof(Marker) && service.IsKeyedService && Equals(service.ServiceKey, _optionsName));
        _services.TryAddKeyedSingleton(_optionsName, new Marker());
        return isFirst;
    }

    private void AddClient()
    {
        if (_optionsName == Options.DefaultName)
        {
            _services.AddSingleton(CreateClient);
        }
        else
        {
            _services.AddKeyedSingleton(_optionsName, (provider, _) => CreateClient(provider));
        }
    }

    private void AddHandlers(IHttpClientBuilder http)
    {
        string name = _optionsName;
        http.ConfigureHttpClient((provider, client) => HttpPipeline.Configure(client, OptionsOf(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(provider => HttpPipeline.CreateNetworkHandler(OptionsOf(provider, name).BaseAddress))
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                int index = 0;
                foreach (DelegatingHandler handler in HttpPipeline.CreateHandlers(OptionsOf(provider, name), TimeProviderOf(provider)))
                {
                    handlers.Insert(index++, handler);
                }
            })

            // The client lives as long as the container; its network handler renews connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static header => !WireHeaders.Loggable.Contains(header));
    }

    /// <summary>After all other configuration, so that it sees the network handler and stands behind every handler that anybody adds.</summary>
    private void AddGuard()
        => _services.PostConfigure<HttpClientFactoryOptions>(
            HttpClientName,
            static options => options.HttpMessageHandlerBuilderActions.Add(Guard));

    private static void Guard(HttpMessageHandlerBuilder builder)
    {
        if (NetworkRules.Problem(builder.PrimaryHandler) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        builder.AdditionalHandlers.Add(new SendOnceHandler());
    }

    private OkSignClient CreateClient(IServiceProvider provider)
        => new(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            OptionsOf(provider, _optionsName),
            TimeProviderOf(provider));

    private static OkSignClientOptions OptionsOf(IServiceProvider provider, string name)
        => provider.GetRequiredService<IOptionsMonitor<OkSignClientOptions>>().Get(name);

    private static TimeProvider TimeProviderOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private sealed class Marker;

    private sealed class OptionsValidator(string optionsName, string keyPrefix) : IValidateOptions<OkSignClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, OkSignClientOptions options)
        {
            if (name != optionsName)
            {
                return ValidateOptionsResult.Skip;
            }

            return OptionsRules.Check(options) is { Count: > 0 } problems
                ? ValidateOptionsResult.Fail(problems.Select(problem => keyPrefix + problem))
                : ValidateOptionsResult.Success;
        }
    }
}
