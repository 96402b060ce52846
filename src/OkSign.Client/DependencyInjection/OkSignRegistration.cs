using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OkSign.Client;

/// <summary>An <see cref="OkSignClient"/> in a service collection.</summary>
internal sealed class OkSignRegistration(IServiceCollection services, string? serviceKey = null)
    : Registration<OkSignClient, OkSignClientOptions>(services, serviceKey)
{
    protected override string Name => "OkSign.Client";

    protected override ServiceTraits Traits => OkSignClientOptions.Traits;

    protected override OptionsBuilder<OkSignClientOptions> Bind(OptionsBuilder<OkSignClientOptions> options, IConfiguration section)
        => options.Bind(section);

    protected override void SetKey(OkSignClientOptions options, string text) => options.Credentials = OkSignCredentials.Parse(text);

    protected override OkSignClient Create(HttpClient http, OkSignClientOptions options, TimeProvider timeProvider)
        => new(http, options, timeProvider);
}
