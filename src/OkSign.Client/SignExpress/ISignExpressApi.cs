using Refit;

namespace OkSign.Client;

/// <summary>The SignExpress endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface ISignExpressApi
{
    [Post("/v1/signexpress/create")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] JsonBody<SignExpressSession> session,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/signexpress/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] SignExpressToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/v1/signexpress/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Header(WireHeaders.DocId)] SignExpressToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the SignExpress operations means.</summary>
internal static class SignExpressOperations
{
    public static readonly Operation Create = new("SignExpress.create", OperationClass.UnsafeWrite);
    public static readonly Operation Retrieve = new("SignExpress.retrieve", OperationClass.Read);
    public static readonly Operation Remove = new("SignExpress.remove", OperationClass.Delete);
}
