using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OkSign.Client.AspNetCore;

/// <summary>Registers what an ASP.NET Core application needs to learn what happens at the services.</summary>
public static class OkSignAspNetCoreServiceCollectionExtensions
{
    /// <summary>
    /// Handles OKSign's callbacks, with settings from a configuration section such as <c>configuration.GetSection("OkSign:Callbacks")</c>. The endpoints are mapped by
    /// <c>app.MapOkSignCallbacks("/oksign")</c>; the client is registered by <c>AddOkSign</c>.
    /// </summary>
    /// <typeparam name="THandler">What to do when something happens.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="section">
    /// Keys: <c>Secrets</c> (a list), <c>PublicAddress</c>, <c>SecretInPath</c>, <c>WrongSecretsPerMinute</c>, <c>AnswerWithin</c>. Read again when they change.
    /// </param>
    /// <exception cref="InvalidOperationException">There is another handler.</exception>
    public static OkSignEventsBuilder AddOkSignCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        IConfiguration section)
        where THandler : class, IOkSignEventHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<OkSignCallbackOptions>().Bind(section);
        return services.AddOkSignCallbacks<THandler>(PrefixOf(section));
    }

    /// <summary>Handles OKSign's callbacks, with settings made in code.</summary>
    /// <typeparam name="THandler">What to do when something happens.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Makes the settings; a secret is needed.</param>
    /// <exception cref="InvalidOperationException">There is another handler.</exception>
    public static OkSignEventsBuilder AddOkSignCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        Action<OkSignCallbackOptions> configure)
        where THandler : class, IOkSignEventHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddOkSignCallbacks<THandler>(keyPrefix: "");
    }

    /// <summary>
    /// Asks OKSign for signatures and delivery errors in the background (<see cref="DocumentsClient.WatchSignedAsync"/>, <see cref="DeliveryErrorsClient.RetrieveAsync"/>): what no
    /// callback told is learned some minutes later, and what both tell is handled once. One host of an account polls.
    /// </summary>
    /// <typeparam name="THandler">What to do when something happens; the same as for callbacks.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <exception cref="InvalidOperationException">There is another handler.</exception>
    public static OkSignEventsBuilder AddOkSignPolling<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        Action<OkSignPollingOptions>? configure = null)
        where THandler : class, IOkSignEventHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOkSignEvents<THandler>();
        services.TryAddSingleton<PollingMark>();
        services.TryAddSingleton<SignedFeedPoller>();
        services.AddHostedOnce<SignedFeedPoller>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return new OkSignEventsBuilder(services);
    }

    /// <summary>
    /// Handles OKdokument's callbacks, with settings from a configuration section such as <c>configuration.GetSection("OkDokument:Callbacks")</c>. The endpoints are mapped by
    /// <c>app.MapOkDokumentCallbacks("/okdokument")</c>; the client is registered by <c>AddOkDokument</c>.
    /// </summary>
    /// <remarks>OKdokument has no feed to poll: what its call does not tell, because this host was down for one, has to be asked for document by document.</remarks>
    /// <typeparam name="THandler">What to do when a round has ended.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="section">
    /// Keys: <c>Secrets</c> (a list), <c>PublicAddress</c>, <c>SecretInPath</c>, <c>WrongSecretsPerMinute</c>, <c>AnswerWithin</c>. Read again when they change.
    /// </param>
    /// <exception cref="InvalidOperationException">There is another handler.</exception>
    public static OkSignEventsBuilder AddOkDokumentCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        IConfiguration section)
        where THandler : class, IOkDokumentEventHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<OkDokumentCallbackOptions>().Bind(section);
        return services.AddOkDokumentCallbacks<THandler>(PrefixOf(section));
    }

    /// <summary>Handles OKdokument's callbacks, with settings made in code.</summary>
    /// <typeparam name="THandler">What to do when a round has ended.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Makes the settings; a secret is needed.</param>
    /// <exception cref="InvalidOperationException">There is another handler.</exception>
    public static OkSignEventsBuilder AddOkDokumentCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        Action<OkDokumentCallbackOptions> configure)
        where THandler : class, IOkDokumentEventHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddOkDokumentCallbacks<THandler>(keyPrefix: "");
    }

    private static OkSignEventsBuilder AddOkSignCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        string keyPrefix)
        where THandler : class, IOkSignEventHandler
    {
        services.AddOkSignEvents<THandler>();
        services.AddCallbacks<OkSignCallbackOptions>(keyPrefix);
        services.TryAddSingleton<CallbackReader>();
        services.TryAddSingleton<OkSignEndpoints>();
        services.TryAddSingleton(static provider => new OkSignCallbackAddresses(
            provider.GetRequiredService<CallbackLinks>(),
            provider.GetRequiredService<CurrentSettings<OkSignCallbackOptions>>()));
        return new OkSignEventsBuilder(services);
    }

    private static OkSignEventsBuilder AddOkDokumentCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services,
        string keyPrefix)
        where THandler : class, IOkDokumentEventHandler
    {
        services.AddEvents();
        services.AddHandler<IOkDokumentEventHandler, THandler>();
        services.AddProcessor<RoundClaimProcessor>();
        services.AddProcessor<RoundProcessor>();
        services.AddCallbacks<OkDokumentCallbackOptions>(keyPrefix);
        services.TryAddSingleton<CompletionReader>();
        services.TryAddSingleton<OkDokumentEndpoints>();
        services.TryAddSingleton(static provider => new OkDokumentCallbackAddresses(
            provider.GetRequiredService<CallbackLinks>(),
            provider.GetRequiredService<CurrentSettings<OkDokumentCallbackOptions>>()));
        return new OkSignEventsBuilder(services);
    }

    private static void AddOkSignEvents<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IServiceCollection services)
        where THandler : class, IOkSignEventHandler
    {
        services.AddEvents();
        services.AddHandler<IOkSignEventHandler, THandler>();
        services.AddProcessor<SignatureClaimProcessor>();
        services.AddProcessor<SignatureProcessor>();
        services.AddProcessor<CompletionProcessor>();
        services.AddProcessor<DeliveryErrorProcessor>();
        services.TryAddSingleton<DeliveryErrorPoller>();
        services.AddHostedOnce<DeliveryErrorPoller>();
        services.AddOptions<OkSignPollingOptions>().ValidateOnStart();
        services.AddProblems<OkSignPollingOptions>("", static options => options.Problems());
    }

    private static void AddCallbacks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        string keyPrefix)
        where TOptions : CallbackOptions
    {
        services.TryAddSingleton<CurrentSettings<TOptions>>();
        services.TryAddSingleton<CallbackGuard<TOptions>>();
        services.TryAddSingleton<CallbackLinks>();
        services.AddOptions<TOptions>().ValidateOnStart();
        services.AddProblems<TOptions>(keyPrefix, static options => options.Problems());
    }

    private static string PrefixOf(IConfiguration section) => section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ":" : "";
}
