using Refit;

namespace OkSign.Client;

/// <summary>The signers endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface ISignersApi
{
    [Post("/v1/signerid/calculate")]
    Task<HttpResponseMessage> CalculateIdAsync(
        [Body] JsonBody<NameAndEmail> person,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating the signers operation means.</summary>
internal static class SignersOperations
{
    // A question, although it is asked by POST: the service calculates and keeps nothing.
    public static readonly Operation CalculateId = new("Signerid.calculate", OperationClass.Read);
}
