using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.EditorExpress;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Documents;

/// <summary>
/// Removes a source document with all its signed copies, or one signed copy alone. What the service does with the source of a removed
/// copy is not known; here it stays, cannot be signed any further, and nobody is notified of it or its briefcase any more. A source document
/// leaves the briefcases and sessions that it is in; those that have no other document go with it.
/// </summary>
internal sealed class DocumentRemoval(
    DocumentStore documents, BundleStore bundles, EditorSessions editors, Outbox outbox, OkSignEmulatorOptions options, Clock clock)
{
    /// <exception cref="RefusedException">There is no such document, or its last signature is too recent.</exception>
    public void Remove(HttpRequest request)
    {
        FoundDocument found = documents.Requested(request);
        if (found.Document.LastSignedAt is { } signedAt && clock.Now - signedAt < options.TooSoonAfterSigning)
        {
            throw new RefusedException("Too soon, please retry later");
        }

        outbox.SendDue(found.Document);
        if (found.Copy is null)
        {
            RemoveSource(found.Document.Id);
        }
        else
        {
            RemoveCopy(found.Document.Id, found.Copy.Id);
        }
    }

    // In this order: what is created meanwhile either finds the document gone or is found here.
    private void RemoveSource(string sourceId)
    {
        documents.Remove(sourceId);
        bundles.RestartNotifying(sourceId, clock.Now);
        bundles.RemoveDocument(sourceId);
        editors.RemoveDocument(sourceId);
    }

    private void RemoveCopy(string sourceId, string signedId)
        => documents.Update(sourceId, document =>
        {
            // A reusable document has its next round.
            if (!document.IsReusable)
            {
                bundles.StopNotifying(sourceId);
            }

            return document with
            {
                Notifications = document.IsReusable ? document.Notifications : null,
                Copies = [.. document.Copies.Select(copy => copy.Id == signedId ? copy with { IsRemoved = true, Pdf = [] } : copy)],
            };
        });
}
