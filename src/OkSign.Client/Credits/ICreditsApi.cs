using Refit;

namespace OkSign.Client;

/// <summary>The credits endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface ICreditsApi
{
    [Get("/v1/credits/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync([Property(OperationCall.Key)] OperationCall call, CancellationToken cancellationToken);
}

/// <summary>What repeating the credits operation means.</summary>
internal static class CreditsOperations
{
    public static readonly Operation Retrieve = new("Credits.retrieve", OperationClass.Read);
}
