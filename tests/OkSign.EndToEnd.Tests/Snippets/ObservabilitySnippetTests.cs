using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/observability.md does what it says.</summary>
public sealed class ObservabilitySnippetTests
{
    [Fact]
    public async Task Listen_InAContainer_ExportsSpansAndMetrics()
    {
        List<Activity> spans = [];
        List<Metric> metrics = [];
        await using Service service = await Service.StartAsync();
        var services = new ServiceCollection();
        ObservabilitySnippets.Listen(services);
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));
        services.ConfigureOpenTelemetryMeterProvider(metering => metering.AddInMemoryExporter(metrics));
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<TracerProvider>();
            provider.GetRequiredService<MeterProvider>();
            await service.Client.Users.RetrieveAsync(TestContext.Current.CancellationToken);
        }

        // Other tests' calls are heard, too.
        Activity[] own = [.. spans.Where(span => Equals(span.GetTagItem("server.port"), service.Emulator.BaseAddress.Port))];
        Assert.Equal(["GET /v1/users/retrieve", "Users.retrieve"], own.Select(span => span.DisplayName));
        Assert.Contains(metrics, metric => metric.Name == "oksign.client.operation.duration");
    }

    [Fact]
    public async Task Log_WithoutAContainer_LogsToTheGivenFactory()
    {
        ILoggerFactory loggerFactory = Substitute.For<ILoggerFactory>();

        await using OkSignClient client = ObservabilitySnippets.Log(new OkSignCredentials("123456", "token-of-nobody", "label"), loggerFactory);

        loggerFactory.Received().CreateLogger("OkSign.Client");
    }
}
