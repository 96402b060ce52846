using System.Diagnostics;

namespace OkSign.Client;

/// <summary>Gives each attempt its span, when somebody listens.</summary>
internal sealed class AttemptSpanHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Instruments.Source.HasListeners() && OperationCall.Of(request) is { Telemetry: { } telemetry } call
            ? SendAsync(request, call, telemetry, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        OperationCall call,
        OperationTelemetry telemetry,
        CancellationToken cancellationToken)
    {
        Activity? span = telemetry.StartAttempt(request, call);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            OperationTelemetry.EndAttempt(span, call.Status, exception: null);
            return response;
        }
        catch (Exception exception)
        {
            OperationTelemetry.EndAttempt(span, call.Status, exception);
            throw;
        }
    }
}
