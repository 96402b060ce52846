using Refit;

namespace OkSign.Client;

/// <summary>The EditorExpress endpoints as they are on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IEditorExpressApi
{
    [Post("/v1/editorexpress/create")]
    Task<HttpResponseMessage> CreateAsync(
        [Body] JsonBody<EditorExpressSession> session,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Get("/v1/editorexpress/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync(
        [Header(WireHeaders.DocId)] EditorExpressToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);

    [Delete("/v1/editorexpress/remove")]
    Task<HttpResponseMessage> RemoveAsync(
        [Header(WireHeaders.DocId)] EditorExpressToken token,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating each of the EditorExpress operations means.</summary>
internal static class EditorExpressOperations
{
    public static readonly Operation Create = new("EditorExpress.create", OperationClass.UnsafeWrite);
    public static readonly Operation Retrieve = new("EditorExpress.retrieve", OperationClass.Read);
    public static readonly Operation Remove = new("EditorExpress.remove", OperationClass.Delete);
}
