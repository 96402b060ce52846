using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OkSign.Client.OkDokument;

namespace OkSign.Client;

/// <summary>An <see cref="OkDokumentClient"/> in a service collection.</summary>
internal sealed class OkDokumentRegistration(IServiceCollection services, string? serviceKey = null)
    : Registration<OkDokumentClient, OkDokumentClientOptions>(services, serviceKey)
{
    protected override string Name => "OkSign.Client.OkDokument";

    protected override ServiceTraits Traits => OkDokumentClientOptions.Traits;

    protected override OptionsBuilder<OkDokumentClientOptions> Bind(OptionsBuilder<OkDokumentClientOptions> options, IConfiguration section)
        => options.Bind(section);

    protected override void SetKey(OkDokumentClientOptions options, string text) => options.Credentials = OkDokumentApiKey.Parse(text);

    protected override OkDokumentClient Create(HttpClient http, OkDokumentClientOptions options, TimeProvider timeProvider)
        => new(http, options, timeProvider);
}
