namespace OkSign.Client;

/// <summary>Delivery errors: the invitations and reminders that did not reach their signer.</summary>
/// <remarks>OKSign service <c>Webhooks.retrieve</c>; see docs/wire-evidence.md.</remarks>
public class DeliveryErrorsClient
{
    private readonly IDeliveryErrorsApi _api;
    private readonly OperationRunner _run;

    internal DeliveryErrorsClient(IDeliveryErrorsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected DeliveryErrorsClient() => (_api, _run) = (null!, null!);

    /// <summary>Lists the delivery errors of a window of time (<c>Webhooks.retrieve</c>, <c>GET /v1/webhooks/retrieve</c>).</summary>
    /// <remarks>The service allows one call in three minutes. Removing a document removes its errors, too.</remarks>
    /// <param name="from">The window's start; sent in whole seconds, rounded down.</param>
    /// <param name="until">The window's end, not before its start; sent in whole seconds, rounded up.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One entry for each message that could not be delivered; empty when there was none.</returns>
    /// <exception cref="ArgumentException">The window ends before it starts.</exception>
    /// <exception cref="OkSignRateLimitException">Called again within three minutes.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task<IReadOnlyList<DeliveryError>> RetrieveAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default)
    {
        var window = new WireWindow(from, until);
        return _run.ListAsync(
            DeliveryErrorsOperations.Retrieve,
            (call, token) => _api.RetrieveAsync(window.Start, window.End, call, token),
            DeliveryErrorsJson.Shared.IReadOnlyListDeliveryError,
            cancellationToken);
    }
}
