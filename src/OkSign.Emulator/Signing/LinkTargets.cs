using OkSign.Emulator.Bundles;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>Finds what is behind the token of a signing link, whatever kind of link it is.</summary>
internal sealed class LinkTargets(DocumentStore documents, BundleStore bundles)
{
    public LinkTarget? Find(string token)
    {
        if (documents.FindByToken(token) is { } link)
        {
            return new LinkTarget(link.SignerId, [link.Document]);
        }

        return bundles.FindByLink(token) is { } bundled
            ? new LinkTarget(bundled.SignerId, [.. bundled.Bundle.DocumentIds.Select(FindSource).OfType<StoredDocument>()], bundled.Bundle)
            : null;
    }

    /// <exception cref="EmulatedSigningException">The link is not valid (any more), or does not work at this moment.</exception>
    public LinkTarget FindUsable(string token, DateTimeOffset now)
    {
        LinkTarget target = Find(token)
            ?? throw new EmulatedSigningException("The signing link is not valid (any more): the document or the signer was removed.");
        return target.ProblemAt(now) is { } problem ? throw new EmulatedSigningException(problem) : target;
    }

    private StoredDocument? FindSource(string id) => documents.Find(id)?.Document;
}
