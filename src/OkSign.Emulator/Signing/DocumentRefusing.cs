using System.Net;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>
/// Lets a signer refuse all that is left to sign behind a link. What the service does then is not known; here the signer cannot sign it
/// any more, others can, and those who must wait for the signer wait for good, until there is another form descriptor.
/// </summary>
internal sealed class DocumentRefusing(DocumentStore documents, LinkTargets targets, Clock clock)
{
    /// <summary>The most characters of a reason.</summary>
    public const int MaxReasonLength = 1_000;

    /// <returns>The source docids of the documents that were refused.</returns>
    /// <exception cref="EmulatedSigningException">There is no reason, or nothing to refuse (any more). Nothing has changed then.</exception>
    public IReadOnlyList<string> Refuse(string token, string reason, IPAddress from)
    {
        LinkTarget target = targets.FindUsable(token, clock.Now);
        string words = reason.Trim();
        if (words.Length is 0 or > MaxReasonLength)
        {
            throw new EmulatedSigningException(
                words.Length == 0 ? "The reason of the refusal is missing." : $"The reason of the refusal is longer than {MaxReasonLength} characters.");
        }

        IReadOnlyList<StoredDocument> refused =
            documents.UpdateAll(
                [.. target.Documents.Select(document => document.Id)],
                current => [.. LeftOf(current, target).Select(document => Refused(document, target.SignerId, words, from))])
            ?? throw new EmulatedSigningException("The document was removed.");
        return [.. refused.Select(document => document.Id)];
    }

    private static IReadOnlyList<StoredDocument> LeftOf(IReadOnlyList<StoredDocument> current, LinkTarget target)
        => target.Bundle is null ? current : SigningRules.LeftToSign(current, target.SignerId);

    private StoredDocument Refused(StoredDocument document, string signerId, string reason, IPAddress from)
    {
        Signer signer = document.Descriptor!.SignerToAct(signerId);
        SigningRules.CheckStillToSign(document, signer);
        var happened = new AuditEvent(clock.Now, $"Refused by {signer.DisplayName} from {from}: {reason}") { Round = document.CurrentRound };
        return document with
        {
            Refusals = document.Refusals.Add(new Refusal(signerId, reason, clock.Now, document.CurrentRound)),
            Events = document.Events.Add(happened),
        };
    }
}
