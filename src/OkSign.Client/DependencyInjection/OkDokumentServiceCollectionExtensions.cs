using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.OkDokument;

/// <summary>Registers <see cref="OkDokumentClient"/> with a service collection.</summary>
public static class OkDokumentServiceCollectionExtensions
{
    /// <summary>
    /// Registers the client with settings from a configuration section, such as <c>configuration.GetSection("OkDokument")</c>.
    /// </summary>
    /// <remarks>
    /// Keys: <c>ApiKey</c>, <c>Host</c> (<c>Production</c> or <c>Test</c>), <c>BaseAddress</c>, <c>MaxDocumentSize</c>,
    /// <c>AttemptTimeout</c>, <c>IdleTimeout</c>, <c>Retry:MaxRetries</c>, <c>Retry:BaseDelay</c>, <c>Retry:MaxDelay</c>, <c>Retry:Budget</c>, and for a disputed
    /// operation <c>Wire:Operations:NAME:Method</c>, <c>Path</c> and the others of <see cref="WireForm"/>; <c>Wire:AllowedFieldsAsText</c>,
    /// <c>Wire:FinalRecipientSeparator</c>.
    /// They are checked when the host starts, and without a host when the client is first asked for.
    /// </remarks>
    /// <param name="services">The collection.</param>
    /// <param name="section">The section that has the keys.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddOkDokument(this IServiceCollection services, IConfiguration section)
        => new OkDokumentRegistration(services).From(section);

    /// <summary>Registers the client with settings made in code.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddOkDokument(this IServiceCollection services, Action<OkDokumentClientOptions> configure)
        => new OkDokumentRegistration(services).From(configure);

    /// <summary>Registers one of several clients, for an account of its own, with settings from a configuration section.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="serviceKey">The key under which the client is asked for: <c>[FromKeyedServices("tenant-a")]</c>.</param>
    /// <param name="section">The section that has the keys.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddKeyedOkDokument(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return new OkDokumentRegistration(services, serviceKey).From(section);
    }

    /// <summary>Registers one of several clients, for an account of its own, with settings made in code.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="serviceKey">The key under which the client is asked for: <c>[FromKeyedServices("tenant-a")]</c>.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddKeyedOkDokument(this IServiceCollection services, string serviceKey, Action<OkDokumentClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return new OkDokumentRegistration(services, serviceKey).From(configure);
    }
}
