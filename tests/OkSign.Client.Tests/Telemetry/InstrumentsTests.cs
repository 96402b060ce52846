using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace OkSign.Client.Tests.Telemetry;

[Collection(nameof(Alone))]
public sealed class InstrumentsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void SourceAndMeter_OfTheLibrary_HaveItsNameAndVersion()
    {
        string version = typeof(OkSignClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.Equal("OkSign.Client", Instruments.Source.Name);
        Assert.NotEmpty(Instruments.Source.Version!);
        Assert.StartsWith(Instruments.Source.Version!, version, StringComparison.Ordinal);
        Assert.DoesNotContain('+', Instruments.Source.Version!);
        Assert.Equal(("OkSign.Client", Instruments.Source.Version), (Instruments.Retries.Meter.Name, Instruments.Retries.Meter.Version));
    }

    [Fact]
    public async Task Durations_AsOpenTelemetryExportsThem_HaveTheBoundsForHttp()
    {
        using var network = new StubNetwork().AnswersReason("[]");
        List<Metric> metrics = [];
        using (MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter("OkSign.Client").AddInMemoryExporter(metrics).Build())
        {
            await using OkSignClient client = TestClient.Over(network);
            await client.Users.RetrieveAsync(Cancel);
            provider.ForceFlush();

            Metric duration = Assert.Single(metrics);
            Assert.Equal(("oksign.client.operation.duration", "s"), (duration.Name, duration.Unit));
            foreach (ref readonly MetricPoint point in duration.GetMetricPoints())
            {
                List<double> bounds = [];
                foreach (HistogramBucket bucket in point.GetHistogramBuckets())
                {
                    bounds.Add(bucket.ExplicitBound);
                }

                Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, double.PositiveInfinity], bounds);
                Assert.Equal(1, point.GetHistogramCount());
            }
        }
    }
}
