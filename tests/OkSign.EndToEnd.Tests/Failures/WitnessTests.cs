using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Guards the matrix against a witness that hears nothing.</summary>
public sealed class WitnessTests
{
    [Fact]
    public void Lines_OfLogsActivitiesAndMetrics_HaveAllThatWasSaid()
    {
        using var witness = new Witness();
        using var source = new ActivitySource("OkSign.Test");
        using var meter = new Meter("OkSign.Test");

        ((ILogger)witness.Logs).Log(LogLevel.Trace, 1, "in a log", null, static (state, _) => state);
        using (Activity? activity = source.StartActivity("call"))
        {
            activity!.SetTag("tag", "in a tag").AddEvent(new ActivityEvent("in an event")).SetBaggage("bag", "in baggage");
            activity.SetStatus(ActivityStatusCode.Error, "in a status");
        }

        meter.CreateCounter<long>("calls").Add(1, new KeyValuePair<string, object?>("tag", "in a metric"));
        meter.CreateObservableGauge("open", static () => new Measurement<int>(1, new KeyValuePair<string, object?>("tag", "in a gauge")));

        string all = string.Join(Environment.NewLine, witness.Lines());
        Assert.All(
            ["in a log", "in a tag", "in an event", "in baggage", "in a status", "in a metric", "in a gauge"],
            said => Assert.Contains(said, all, StringComparison.Ordinal));
    }
}
