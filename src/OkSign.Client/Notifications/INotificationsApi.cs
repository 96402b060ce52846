using Refit;

namespace OkSign.Client;

/// <summary>The notifications endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface INotificationsApi
{
    [Post("/v1/notifications/upload")]
    Task<HttpResponseMessage> UploadAsync(
        [Header(WireHeaders.DocId)] NotificationTarget target,
        [Body] JsonBody<NotificationUpload> upload,
        [Property(OperationCall.Key)] OperationCall call,
        CancellationToken cancellationToken);
}

/// <summary>What repeating the notifications operation means.</summary>
internal static class NotificationsOperations
{
    public static readonly Operation Upload = new("Notifications.upload", OperationClass.UnsafeWrite);
}
