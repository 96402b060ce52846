using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OkSign.Client.AspNetCore;

/// <summary>What can be said further about how events are handled. It counts for all of the application's events, of both services.</summary>
/// <param name="services">The application's services.</param>
public sealed class OkSignEventsBuilder(IServiceCollection services)
{
    /// <summary>The application's services.</summary>
    public IServiceCollection Services => services;

    /// <summary>Keeps events in a store of yours instead of in memory.</summary>
    /// <typeparam name="TStore">The store; one for the whole application.</typeparam>
    public OkSignEventsBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IOkSignEventStore
    {
        services.Replace(ServiceDescriptor.Singleton<IOkSignEventStore, TStore>());
        return this;
    }

    /// <summary>Changes how events are handled: times and how many at once.</summary>
    /// <param name="configure">Changes the settings.</param>
    public OkSignEventsBuilder ConfigureEvents(Action<OkSignEventOptions> configure)
    {
        services.Configure(configure);
        return this;
    }
}
