#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client;

/// <summary>One client in a service collection: its options, its named <see cref="HttpClient"/> and itself.</summary>
internal abstract class Registration<
    TClient,
#if NET
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
#endif
    TOptions>
    where TClient : ServiceClient
    where TOptions : ServiceClientOptions
{
    private readonly IServiceCollection _services;
    private readonly string _optionsName;

    protected Registration(IServiceCollection services, string? serviceKey)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _optionsName = serviceKey switch
        {
            null => Options.DefaultName,
            "" => throw new ArgumentException("A key is needed; without one, use the method for a client that has none.", nameof(serviceKey)),
            _ => serviceKey,
        };
    }

    /// <summary>The name of the <see cref="HttpClient"/>, of which keyed clients get variants.</summary>
    protected abstract string Name { get; }

    /// <summary>What is particular to the service.</summary>
    protected abstract ServiceTraits Traits { get; }

    private string HttpClientName => _optionsName == Options.DefaultName ? Name : $"{Name}:{_optionsName}";

    public IHttpClientBuilder From(Action<TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Register(options => options.Configure(configure), keyPrefix: "");
    }

    public IHttpClientBuilder From(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string keyPrefix = section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ":" : "";
        return Register(
            options => Bind(options, section).Configure(target => ReadKey(section, keyPrefix, target)),
            keyPrefix);
    }

    /// <summary>Binds the settings. Here and not above, because the code for it is generated for one type.</summary>
    protected abstract OptionsBuilder<TOptions> Bind(OptionsBuilder<TOptions> options, IConfiguration section);

    /// <summary>Takes the key from its text.</summary>
    /// <exception cref="FormatException">This is none. The message does not repeat it.</exception>
    protected abstract void SetKey(TOptions options, string text);

    protected abstract TClient Create(HttpClient http, TOptions options, TimeProvider timeProvider);

    private void ReadKey(IConfiguration section, string keyPrefix, TOptions target)
    {
        string? text = section[Traits.KeySetting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        try
        {
            SetKey(target, text!);
        }
        catch (FormatException exception)
        {
            throw new OptionsValidationException(
                _optionsName,
                typeof(TOptions),
                [$"{keyPrefix}{Traits.KeySetting}: {exception.Message}"]);
        }
    }

    private IHttpClientBuilder Register(Action<OptionsBuilder<TOptions>> configure, string keyPrefix)
    {
        OptionsBuilder<TOptions> options = _services.AddOptions<TOptions>(_optionsName);
        configure(options);

        IHttpClientBuilder http = _services.AddHttpClient(HttpClientName);
        if (IsFirst())
        {
            _services.AddSingleton<IValidateOptions<TOptions>>(new OptionsValidator(_optionsName, keyPrefix));
            options.PostConfigure<IServiceProvider>(UseLogging).ValidateOnStart();
            AddClient();
            AddHandlers(http);
            AddGuard();
        }

        return http;
    }

    private static void UseLogging(TOptions options, IServiceProvider provider)
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
            .ConfigurePrimaryHttpMessageHandler(provider => HttpPipeline.CreateNetworkHandler(OptionsOf(provider, name)))
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
        if (Traits.HasIdsInPaths)
        {
            // The factory's own loggers write the whole path.
            http.RemoveAllLoggers();
        }
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

    private TClient CreateClient(IServiceProvider provider)
        => Create(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            OptionsOf(provider, _optionsName),
            TimeProviderOf(provider));

    private static TOptions OptionsOf(IServiceProvider provider, string name)
        => provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);

    private static TimeProvider TimeProviderOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private sealed class Marker;

    private sealed class OptionsValidator(string optionsName, string keyPrefix) : IValidateOptions<TOptions>
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
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
