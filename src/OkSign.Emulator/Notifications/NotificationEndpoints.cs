using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Documents;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Notifications;

/// <summary>
/// <c>Notifications.upload</c>: messages for a document or a briefcase, instead of those still to come. The messages of a briefcase and
/// those of its documents know nothing of each other.
/// </summary>
internal sealed class NotificationEndpoints(
    DocumentStore documents,
    BundleStore bundles,
    NotificationReader reader,
    IReadOnlyList<EmulatedUser> users,
    Outbox outbox,
    Clock clock) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Notifications.upload", HttpMethods.Post, "v1/notifications/upload"), Upload);

    private async Task<IResult> Upload(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        string id = request.Required(RequestHeaders.DocumentId);
        IReadOnlyList<StoredDocument>? notified = bundles.Find(BundleKind.Briefcase, id) is { } briefcase
            ? documents.UpdateAll(briefcase.DocumentIds, current => NotifyTogether(briefcase, current, json))
            : documents.UpdateAll([documents.RequiredSource(id).Id], current => [NotifyAlone(current[0], json)]);
        return notified is not null ? Envelope.Ok("") : throw new RefusedException(DocumentLookup.DoesNotExist);
    }

    private StoredDocument NotifyAlone(StoredDocument document, JsonElement json)
    {
        (NotificationPlan plan, IReadOnlyList<StoredDocument> amended) = Read(json, [document]);
        outbox.SendDue(document);
        bundles.RestartNotifying(document.Id, plan.From);
        return amended[0] with { Notifications = plan };
    }

    private IReadOnlyList<StoredDocument> NotifyTogether(SigningBundle briefcase, IReadOnlyList<StoredDocument> current, JsonElement json)
    {
        (NotificationPlan plan, IReadOnlyList<StoredDocument> amended) = Read(json, current);
        foreach (StoredDocument document in current)
        {
            outbox.SendDue(document);
        }

        return bundles.Notify(briefcase.Token, plan)
            ? [.. current.Zip(amended, (before, after) => Reordered(before, after, plan.From))]
            : throw new RefusedException(DocumentLookup.DoesNotExist);
    }

    // A turn that comes by another order did not come earlier.
    private static StoredDocument Reordered(StoredDocument before, StoredDocument after, DateTimeOffset now)
        => after.Notifications is { } own && !before.Descriptor!.Signers.SequenceEqual(after.Descriptor!.Signers)
            ? after with { Notifications = own with { From = now } }
            : after;

    /// <returns>What to send, and the documents with what was told about their signers.</returns>
    /// <exception cref="RefusedException">With all problems of the upload.</exception>
    private (NotificationPlan Plan, IReadOnlyList<StoredDocument> Amended) Read(JsonElement json, IReadOnlyList<StoredDocument> about)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);
        IReadOnlyList<Signer>? listed = SignersReader.ReadListed(root);
        IReadOnlyList<Signer>[] signers = [.. about.Select(document => WorkflowReader.Order(root, SignersOf(document, listed, problems)))];
        IReadOnlyList<Notification>? notifications = reader.Read(root, signers[0]);
        if (root.Member("notifications") is null)
        {
            root.Problem("notifications is missing");
        }

        problems.ThrowIfAny();
        DateTimeOffset now = clock.Now;
        var uploaded = new AuditEvent(now, $"Notifications uploaded: {notifications!.Count} messages");
        return (
            NotificationPlan.Of(about, notifications, signers[0], now),
            [.. about.Zip(signers, (document, told) => document with
            {
                Descriptor = document.Descriptor is { } descriptor ? Amend(descriptor, told) : null,
                Events = document.Events.Add(uploaded),
            })]);
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
