using Refit;

namespace OkSign.Client;

/// <summary>The organizational token endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IOrganizationalTokenApi
{
    [Post("/v1/orgtokeninfo/update")]
    Task<HttpResponseMessage> UpdateAsync(
        [Body] JsonBody<OrganizationalTokenSettings> settings,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating the organizational token operation means.</summary>
internal static class OrganizationalTokenOperations
{
    public static readonly Operation Update = new("Orgtokeninfo.update", OperationClass.IdempotentWrite);
}
