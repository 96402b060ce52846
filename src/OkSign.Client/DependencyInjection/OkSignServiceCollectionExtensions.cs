using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client;

/// <summary>Registers <see cref="OkSignClient"/> with a service collection.</summary>
public static class OkSignServiceCollectionExtensions
{
    /// <summary>
    /// Registers the client with settings from a configuration section, such as <c>configuration.GetSection("OkSign")</c>.
    /// </summary>
    /// <remarks>
    /// Keys: <c>Authorization</c> (the three parts of the key joined by <c>;</c>), <c>BaseAddress</c>, <c>MaxDocumentSize</c>,
    /// <c>AttemptTimeout</c>, <c>IdleTimeout</c>, <c>Retry:MaxRetries</c>, <c>Retry:BaseDelay</c>, <c>Retry:MaxDelay</c>, <c>Retry:Budget</c>, and for a disputed
    /// operation <c>Wire:Operations:NAME:Method</c>, <c>Path</c> and the others of <see cref="WireForm"/>.
    /// They are checked when the host starts, and without a host when the client is first asked for.
    /// </remarks>
    /// <param name="services">The collection.</param>
    /// <param name="section">The section that has the keys.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddOkSign(this IServiceCollection services, IConfiguration section)
        => new OkSignRegistration(services).From(section);

    /// <summary>Registers the client with settings made in code.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddOkSign(this IServiceCollection services, Action<OkSignClientOptions> configure)
        => new OkSignRegistration(services).From(configure);

    /// <summary>Registers one of several clients, for an account of its own, with settings from a configuration section.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="serviceKey">The key under which the client is asked for: <c>[FromKeyedServices("tenant-a")]</c>.</param>
    /// <param name="section">The section that has the keys.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddKeyedOkSign(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return new OkSignRegistration(services, serviceKey).From(section);
    }

    /// <summary>Registers one of several clients, for an account of its own, with settings made in code.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="serviceKey">The key under which the client is asked for: <c>[FromKeyedServices("tenant-a")]</c>.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddKeyedOkSign(this IServiceCollection services, string serviceKey, Action<OkSignClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return new OkSignRegistration(services, serviceKey).From(configure);
    }
}
