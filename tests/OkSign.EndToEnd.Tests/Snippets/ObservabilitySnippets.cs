using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/observability.md.</summary>
internal static class ObservabilitySnippets
{
    public static void Listen(IServiceCollection services)
    {
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("OkSign.Client"))
            .WithMetrics(metrics => metrics.AddMeter("OkSign.Client"));
    }

    public static OkSignClient Log(OkSignCredentials credentials, ILoggerFactory loggerFactory)
    {
        var oksign = OkSignClient.Create(credentials, options => options.UseLoggerFactory(loggerFactory));
        return oksign;
    }
}
