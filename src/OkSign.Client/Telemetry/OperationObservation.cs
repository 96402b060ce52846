using System.Diagnostics;

namespace OkSign.Client;

/// <summary>One operation while it is observed; ends with its disposal. Begun and disposed in the same asynchronous method, around the whole call.</summary>
internal readonly struct OperationObservation(OperationTelemetry telemetry, OperationCall call, Activity? span, long began) : IDisposable
{
    public void Dispose() => telemetry.End(call, span, began);
}
