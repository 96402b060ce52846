using Refit;

namespace OkSign.Client.OkDokument;

/// <summary>The endpoint of the counters as it is on the wire.</summary>
[Headers(WireHeaders.AcceptAny)]
internal interface IUsageApi
{
    [Get("/JSON/counter")]
    Task<HttpResponseMessage> RetrieveAsync([Property(OperationCall.Key)] OperationCall call, CancellationToken cancellationToken);
}

/// <summary>What repeating the operation means.</summary>
internal static class UsageOperations
{
    public static readonly Operation Retrieve = new("OkDokument.Counter", OperationClass.Read);
}
