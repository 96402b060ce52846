namespace OkSign.Client;

/// <summary>Notifications: e-mails and text messages that ask to sign, sent after the form descriptor or once more.</summary>
/// <remarks>OKSign service <c>Notifications.upload</c>; see docs/wire-evidence.md#notificationsupload.</remarks>
public class NotificationsClient
{
    private readonly INotificationsApi _api;
    private readonly OperationRunner _run;

    internal NotificationsClient(INotificationsApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected NotificationsClient() => (_api, _run) = (null!, null!);

    /// <summary>
    /// Sends messages to the signers of a document or a briefcase (<c>Notifications.upload</c>, <c>POST /v1/notifications/upload</c>).
    /// </summary>
    /// <remarks>
    /// Messages of an earlier upload that wait to be sent are replaced. Repeated only when the service surely did nothing: it could send them twice.
    /// </remarks>
    /// <param name="target">The document's source id, or the briefcase's token.</param>
    /// <param name="upload">The messages.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OkSignInputException">
    /// The messages have no recipients or no text, or contradict themselves; all that is wrong is told at once. Nothing was sent.
    /// </exception>
    /// <exception cref="OkSignNotFoundException">No such document.</exception>
    /// <exception cref="OkSignRejectedException">The service refuses the messages.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual Task UploadAsync(NotificationTarget target, NotificationUpload upload, CancellationToken cancellationToken = default)
    {
        Arguments.ThrowIfDefault(target.Value, nameof(target));
        ArgumentNullException.ThrowIfNull(upload);
        NotificationRules.ThrowIfBroken(upload, nameof(upload));
        return _run.ExecuteAsync(
            NotificationsOperations.Upload,
            (call, token) => _api.UploadAsync(
                target,
                new JsonBody<NotificationUpload>(upload, NotificationsJson.Shared.NotificationUpload),
                call,
                token),
            cancellationToken);
    }
}
