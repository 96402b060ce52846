using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Documents;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary><c>Notifications.upload</c>: messages for a document that has its form descriptor, instead of those still to come.</summary>
internal sealed class NotificationEndpoints(
    DocumentStore documents, NotificationReader reader, IReadOnlyList<EmulatedUser> users, Outbox outbox, Clock clock) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Notifications.upload", HttpMethods.Post, "v1/notifications/upload"), Upload);

    private async Task<IResult> Upload(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        StoredDocument document = NotifiedDocument(request);
        return documents.Update(document.Id, current => Notify(current, json)) is not null
            ? Envelope.Ok("")
            : throw new RefusedException(DocumentLookup.DoesNotExist);
    }

    private StoredDocument NotifiedDocument(HttpRequest request) => documents.RequestedSource(request);

    private StoredDocument Notify(StoredDocument document, JsonElement json)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);
        IReadOnlyList<Signer> signers = WorkflowReader.Order(root, SignersOf(document, SignersReader.ReadListed(root), problems));
        IReadOnlyList<Notification>? notifications = reader.Read(root, signers);
        if (root.Member("notifications") is null)
        {
            root.Problem("notifications is missing");
        }

        problems.ThrowIfAny();
        outbox.SendDue(document);
        DateTimeOffset now = clock.Now;
        return document with
        {
            Descriptor = document.Descriptor is { } descriptor ? Amend(descriptor, signers) : null,
            Notifications = NotificationPlan.Of(document, notifications!, signers, now),
            Events = document.Events.Add(new AuditEvent(now, $"Notifications uploaded: {notifications!.Count} messages")),
        };
    }

    private IReadOnlyList<Signer> SignersOf(StoredDocument document, IReadOnlyList<Signer>? listed, Problems problems)
    {
        if (document.Descriptor is not { } descriptor)
        {
            return listed is not null
                ? SignersReader.Complete(listed, [], users, problems)
                : throw new RefusedException("The document has no form descriptor, and signersinfo is missing");
        }

        foreach (Signer stranger in (listed ?? []).Where(signer => descriptor.Signers.All(known => known.Id != signer.Id)))
        {
            problems.Add($"signersinfo: \"{stranger.Id}\" is not a signer of the document");
        }

        return [.. descriptor.Signers.Select(known => listed?.FirstOrDefault(signer => signer.Id == known.Id) is { } told
            ? known with { Name = told.Name, Email = told.Email, Mobile = told.Mobile, ActingAs = told.ActingAs }
            : known)];
    }

    // The order is for signing too. Who the signers are is only filled in where the descriptor did not tell.
    private static FormDescriptor Amend(FormDescriptor descriptor, IReadOnlyList<Signer> signers) => descriptor with
    {
        Signers = [.. descriptor.Signers.Zip(signers, (known, told) => known.Name.Length == 0 ? told : known with { Sequence = told.Sequence })],
    };
}
