using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OkSign.Client.Tests.Secrets;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Takes down all that comes out of this process while it listens: logs of the lowest level, activities and metrics of every source.</summary>
internal sealed class Witness : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics = new();

    public Witness()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);

        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<byte>(Add);
        _metrics.SetMeasurementEventCallback<short>(Add);
        _metrics.SetMeasurementEventCallback<int>(Add);
        _metrics.SetMeasurementEventCallback<long>(Add);
        _metrics.SetMeasurementEventCallback<float>(Add);
        _metrics.SetMeasurementEventCallback<double>(Add);
        _metrics.SetMeasurementEventCallback<decimal>(Add);
        _metrics.Start();
    }

    public RecordedLogs Logs { get; } = new();

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<string> Lines()
    {
        _metrics.RecordObservableInstruments();

        // Snapshots: the process goes on.
        return [.. _lines.ToArray(), .. Logs.Lines.ToArray()];
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _activities.Dispose();
        Logs.Dispose();
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags)
        => string.Join(' ', tags.Select(static tag => $"{tag.Key}={(tag.Value is Array array ? string.Join(',', array.Cast<object?>()) : tag.Value)}"));

    private void Add(Activity activity)
    {
        IEnumerable<string> events = activity.Events.Select(static happened => $"{happened.Name} {Text(happened.Tags)}");
        _lines.Enqueue($"activity {activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {Text(activity.TagObjects)}"
            + $" {string.Join(' ', activity.Baggage)} {activity.TraceStateString} {string.Join(' ', events)}");
    }

    private void Add<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        => _lines.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {measurement} {Text(tags.ToArray())}");
}
