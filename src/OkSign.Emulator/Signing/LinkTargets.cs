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

    private StoredDocument? FindSource(string id) => documents.Find(id)?.Document;
}
