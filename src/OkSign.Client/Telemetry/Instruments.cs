using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace OkSign.Client;

/// <summary>What listeners subscribe to. One set for the process: who measures wants all clients, and tells them by their tags.</summary>
internal static class Instruments
{
    /// <summary>The name of the source, the meter and the log category.</summary>
    public const string Name = "OkSign.Client";

    private static readonly string Version = VersionOf(typeof(Instruments).Assembly);
    private static readonly Meter Meter = new(Name, Version);

    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>With the bounds that OpenTelemetry advises for HTTP.</summary>
    public static Histogram<double> OperationDuration { get; } = Meter.CreateHistogram(
        "oksign.client.operation.duration",
        unit: "s",
        description: "How long operations took, with all their attempts and pauses.",
        tags: null,
        advice: SecondsAdvice());

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "oksign.client.retries",
        unit: "{retry}",
        description: "How many attempts failed and were followed by another one.");

    public static Histogram<double> RateLimitWait { get; } = Meter.CreateHistogram(
        "oksign.client.rate_limit.wait_time",
        unit: "s",
        description: "How long requests waited on this side for their rate limit.",
        tags: null,
        advice: SecondsAdvice());

    private static InstrumentAdvice<double> SecondsAdvice()
        => new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };

    private static string VersionOf(Assembly assembly)
        => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
