using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The answers of the operations that change something.</summary>
internal sealed class RequestAnswers(OkDokumentEmulatorOptions options, DokumentAnswers answers, SigningUrls urls)
{
    private const string UpdatedMessage = "msg.updated";

    public IResult Created(SignatureRequest request)
        => answers.Ok(
            "msg.signature.request.id.created",
            request.Id,
            urls.For(request.Id),
            options.Variants.DocumentIdInCreateAnswer ? request.DocumentId : null);

    public IResult Updated(string requestId)
        => answers.Ok(
            UpdatedMessage,
            requestId,
            options.Variants.OpenPathInUpdateAnswer ? urls.For(requestId) : urls.WithoutOpenPath(requestId));

    public IResult CallbackSet(string requestId) => answers.Ok(UpdatedMessage, requestId);

    public IResult Deleted(string id) => answers.Ok("msg.deleted", id);

    public IResult Stored(string documentId) => answers.Ok("msg.document.uploaded", documentId);
}
