using Refit;

namespace OkSign.Client;

/// <summary>The endpoint of delivery errors as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IDeliveryErrorsApi
{
    [Get("/v1/webhooks/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.StartTime)] string from,
        [Header(WireHeaders.EndTime)] string until,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating the operation of delivery errors means.</summary>
internal static class DeliveryErrorsOperations
{
    public static readonly Operation Retrieve = new("Webhooks.retrieve", OperationClass.Read) { Limit = OperationLimit.OnceInThreeMinutes };
}
