using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>What every way to learn of events needs. Each piece is there once, however often it is asked for.</summary>
internal static class EventServices
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton<HostClock>();
        services.TryAddSingleton<IOkSignEventStore, InMemoryEventStore>();
        services.TryAddSingleton<EventDispatcher>();
        services.TryAddSingleton<EventIntake>();
        services.AddHostedOnce<EventDispatcher>();
        services.AddOptions<OkSignEventOptions>().ValidateOnStart();
        services.AddProblems<OkSignEventOptions>("", static options => options.Problems());
    }

    /// <summary>Has a singleton started and stopped with the host.</summary>
    public static void AddHostedOnce<TService>(this IServiceCollection services)
        where TService : class, IHostedService
    {
        if (!services.Any(static service => service.ServiceType == typeof(Hosted<TService>)))
        {
            services.AddSingleton<Hosted<TService>>();
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<TService>());
        }
    }

    public static void AddProcessor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProcessor>(this IServiceCollection services)
        where TProcessor : class, IEventProcessor
        => services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventProcessor, TProcessor>());

    /// <summary>Registers the application's handler: one for a service, so that an event is handled once.</summary>
    /// <exception cref="InvalidOperationException">There is another one.</exception>
    public static void AddHandler<THandler, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(this IServiceCollection services)
        where THandler : class
        where TImplementation : class, THandler
    {
        ServiceDescriptor? former = services.FirstOrDefault(static service => service.ServiceType == typeof(THandler));
        if (former is null)
        {
            services.AddScoped<THandler, TImplementation>();
        }
        else if (former.ImplementationType != typeof(TImplementation))
        {
            throw new InvalidOperationException(
                $"{typeof(THandler).Name} is {former.ImplementationType?.Name ?? "registered"} already. An application has one handler for a service, which may call several others.");
        }
    }

    public static void AddProblems<TOptions>(this IServiceCollection services, string keyPrefix, Func<TOptions, IEnumerable<string>> problems)
        where TOptions : class
    {
        // The application may have a check of its own beside it.
        if (!services.Any(static service => service.ImplementationInstance is OptionsProblems<TOptions>))
        {
            services.AddSingleton<IValidateOptions<TOptions>>(new OptionsProblems<TOptions>(keyPrefix, problems));
        }
    }

    private sealed class Hosted<TService>;
}
