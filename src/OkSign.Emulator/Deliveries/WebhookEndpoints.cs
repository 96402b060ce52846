using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Deliveries;

/// <summary><c>Webhooks.retrieve</c>: the delivery errors within a time window, of documents and briefcases that are still there.</summary>
internal sealed class WebhookEndpoints(
    DocumentStore documents, BundleStore bundles, Outbox outbox, DeliveryErrors errors, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(
            new Operation("Webhooks.retrieve", HttpMethods.Get, "v1/webhooks/retrieve") { Limit = RateLimit.OncePerThreeMinutes }, List);

    private IResult List(HttpRequest request)
    {
        TimeFrame frame = TimeFrame.Of(request);
        outbox.SendDue();
        DeliveryError[] rows =
        [
            .. from error in errors.All()
               where frame.Contains(error.SentAt) && IsThere(error.SourceDocumentId)
               orderby error.SentAt
               select error,
        ];
        return rows.Length == 0 ? empty.Result : Envelope.Ok(rows);
    }

    private bool IsThere(string id) => documents.Find(id) is not null || bundles.Find(BundleKind.Briefcase, id) is not null;
}
