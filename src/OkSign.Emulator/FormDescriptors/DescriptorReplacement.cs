using System.Collections.Immutable;
using System.Text.Json;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Gives a document a form descriptor, or another one: by <c>FormDesc.upload</c> and in the editor.</summary>
internal sealed class DescriptorReplacement(
    DocumentStore documents,
    BundleStore bundles,
    IReadOnlyList<EmulatedUser> users,
    NotificationReader notifications,
    Outbox outbox,
    Clock clock)
{
    /// <exception cref="RefusedException">The descriptor has problems, or the document cannot have (another) one.</exception>
    public StoredDocument Replace(StoredDocument document, JsonElement json)
    {
        FormDescriptor descriptor = FormDescriptorReader.Read(json, document, users, notifications);
        return documents.Update(document.Id, current => Describe(current, descriptor))
            ?? throw new RefusedException(DocumentLookup.DoesNotExist);
    }

    private StoredDocument Describe(StoredDocument document, FormDescriptor descriptor)
    {
        if (document.IsSigned)
        {
            throw new RefusedException("The document is signed already: its form descriptor cannot be replaced");
        }

        // The links of a briefcase are for the signers that all of its documents have.
        if (bundles.BriefcaseOf(document.Id) is not null && document.Descriptor is { } current && !descriptor.HasSameSigners(current))
        {
            throw new RefusedException("The document is in a briefcase: its signers cannot change");
        }

        outbox.SendDue(document);
        DateTimeOffset now = clock.Now;
        bundles.RestartNotifying(document.Id, now);
        return document with
        {
            Descriptor = descriptor,
            FileName = descriptor.FileName ?? document.FileName,
            SigningTokens = descriptor.Signers.ToImmutableDictionary(
                signer => signer.Id,
                signer => document.SigningTokens.GetValueOrDefault(signer.Id) ?? SigningLinks.NewToken()),
            Notifications = NotificationPlan.Of([document], descriptor.Notifications ?? [], descriptor.Signers, now),
            Refusals = [],
            Events = document.Events.Add(
                new AuditEvent(now, $"Form descriptor uploaded: {descriptor.Fields.Count} fields, {descriptor.Signers.Count} signers")),
        };
    }
}
