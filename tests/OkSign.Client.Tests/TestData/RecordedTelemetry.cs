using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace OkSign.Client.Tests;

/// <summary>Takes down all spans, by OpenTelemetry's exporter to memory, and all measurements, of the whole process. Read it when it is disposed.</summary>
internal sealed class RecordedTelemetry : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<Measured> _measurements = [];
    private readonly TracerProvider _tracing;
    private readonly MeterListener _listener = new();

    public RecordedTelemetry()
    {
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource(Instruments.Name).AddInMemoryExporter(_spans).Build();
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The spans in the order in which they ended.</summary>
    public IReadOnlyList<Activity> Spans => _spans;

    public IReadOnlyList<Measured> Measurements => _measurements;

    /// <summary>The one span of the one operation.</summary>
    public Activity Operation => _spans.Single(static span => span.Kind == ActivityKind.Internal);

    /// <summary>The attempts under it.</summary>
    public IReadOnlyList<Activity> Attempts => [.. _spans.Where(static span => span.Kind == ActivityKind.Client)];

    /// <summary>All texts and values that a listener could show.</summary>
    public IEnumerable<string> Texts
        => _spans.SelectMany(TextsOf).Concat(_measurements.SelectMany(static measured => measured.Tags.Select(static tag => $"{tag.Key}={tag.Value}")));

    public static Dictionary<string, object?> TagsOf(Activity span) => span.TagObjects.ToDictionary();

    public IReadOnlyList<Measured> MeasurementsOf(string instrument) => [.. _measurements.Where(measured => measured.Instrument == instrument)];

    public void Dispose()
    {
        _listener.Dispose();
        _tracing.Dispose();
    }

    private static IEnumerable<string> TextsOf(Activity span)
        => span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}")
            .Concat(span.Events.SelectMany(static happened => happened.Tags.Select(static tag => $"{tag.Key}={tag.Value}").Append(happened.Name)))
            .Concat(span.Baggage.Select(static item => $"{item.Key}={item.Value}"))
            .Concat([span.DisplayName, span.OperationName, span.StatusDescription ?? ""]);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measured = new Measured(instrument.Name, value, tags.ToArray().ToDictionary());
        lock (_measurements)
        {
            _measurements.Add(measured);
        }
    }

    /// <summary>One value that was reported to an instrument.</summary>
    public sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
}
