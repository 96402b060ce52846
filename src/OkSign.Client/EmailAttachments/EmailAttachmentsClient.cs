namespace OkSign.Client;

/// <summary>E-mail attachments: files that go along with the e-mails to signers.</summary>
/// <remarks>OKSign services <c>EmailAttachment.*</c>; see docs/wire-evidence.md#emailattachmentupload.</remarks>
public class EmailAttachmentsClient
{
    private readonly IEmailAttachmentsApi _api;
    private readonly OperationRunner _run;

    internal EmailAttachmentsClient(IEmailAttachmentsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected EmailAttachmentsClient() => (_api, _run) = (null!, null!);

    /// <summary>Uploads a file (<c>EmailAttachment.upload</c>, <c>POST /v1/emailattachment/upload</c>).</summary>
    /// <remarks>
    /// PDF, Word, Excel, images and more; which types and what size the service takes is not documented, so that decision is left to it. The
    /// file is streamed under an ASCII form of its name, as documents are. An upload is repeated only when the service surely has nothing of it.
    /// </remarks>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The id for <see cref="EmailNotification.Attachments"/>.</returns>
    /// <exception cref="ArgumentException">The file's stream is used up or in use by another upload. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read (any more). Nothing was sent.</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed of. Nothing was sent.</exception>
    /// <exception cref="OkSignException">The upload failed.</exception>
    public virtual async Task<EmailAttachmentId> UploadAsync(OkSignFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using FileContent content = file.OpenContent(nameof(file));
        return await _run.ReadAsync(
            EmailAttachmentsOperations.Upload,
            (call, token) => _api.UploadAsync(file.AsciiName, content, call, token),
            EmailAttachmentsJson.Shared.EmailAttachmentId,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a file (<c>EmailAttachment.remove</c>, <c>DELETE /v1/emailattachment/remove</c>).</summary>
    /// <param name="attachment">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignRejectedException">The service refuses, for instance because it has no such file (any more).</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task RemoveAsync(EmailAttachmentId attachment, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(attachment.Value, nameof(attachment));
        return _run.ExecuteAsync(
            EmailAttachmentsOperations.Remove,
            (call, token) => _api.RemoveAsync(attachment, call, token),
            cancellationToken);
    }
}
