using Refit;

namespace OkSign.Client;

/// <summary>The briefcase endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IBriefcasesApi
{
    [Post("/v1/briefcase/create")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] JsonBody<Briefcase> briefcase,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/briefcase/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] BriefcaseToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/v1/briefcase/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Header(WireHeaders.DocId)] BriefcaseToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the briefcase operations means.</summary>
internal static class BriefcasesOperations
{
    public static readonly Operation Create = new("Briefcase.create", OperationClass.UnsafeWrite);
    public static readonly Operation Retrieve = new("Briefcase.retrieve", OperationClass.Read);
    public static readonly Operation Remove = new("Briefcase.remove", OperationClass.Delete);
}
