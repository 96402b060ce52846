using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// <c>EmailAttachment.upload</c> and <c>EmailAttachment.remove</c>. A message that is still to come goes without a removed attachment.
/// </summary>
internal sealed class EmailAttachmentEndpoints(EmailAttachments attachments, Outbox outbox, OkSignEmulatorOptions options) : IOperationGroup
{
    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("EmailAttachment.upload", HttpMethods.Post, "v1/emailattachment/upload"), Upload);
        routes.Map(new Operation("EmailAttachment.remove", HttpMethods.Delete, "v1/emailattachment/remove"), Remove);
    }

    private async Task<IResult> Upload(HttpRequest request)
        => Envelope.Ok(attachments.Add(await UploadedFile.ReadAsync(request.HttpContext, options.MaxAttachmentSize)));

    private IResult Remove(HttpRequest request)
    {
        string id = RequestedId(request);

        // What was due before took the attachment along.
        outbox.SendDue();
        return attachments.Remove(id) ? Envelope.Ok("") : throw new RefusedException("Attachment does not exist");
    }

    // Which header carries the id is not known for sure.
    private static string RequestedId(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(RequestHeaders.AttachmentId))
        {
            return request.Required(RequestHeaders.DocumentId);
        }

        string id = request.Required(RequestHeaders.AttachmentId);
        return !request.Headers.ContainsKey(RequestHeaders.DocumentId) || request.Required(RequestHeaders.DocumentId) == id
            ? id
            : throw new RefusedException($"{RequestHeaders.AttachmentId} and {RequestHeaders.DocumentId} name different attachments");
    }
}
