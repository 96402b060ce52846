using System.Collections.Immutable;
using System.Text.Json;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Briefcases;

/// <summary>Reads and checks a new briefcase.</summary>
internal sealed class BriefcaseReader(DocumentStore documents, BundleStore bundles, DocumentIds ids, Clock clock)
{
    /// <exception cref="RefusedException">With all problems of the briefcase.</exception>
    public SigningBundle Read(JsonElement json)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);
        IReadOnlyList<StoredDocument> bundled = BundledDocumentsReader.Read(root, documents, ProblemOf);
        CheckSigners(root, bundled);
        string? packageName = root.Text("packagename");
        var addresses = new WebAddresses(
            WebAddresses.Read(root, WebAddresses.CallbackName),
            WebAddresses.Read(root, WebAddresses.ReturnName),
            WebAddresses.Read(root, WebAddresses.WebhookName));

        problems.ThrowIfAny();
        return new SigningBundle
        {
            Kind = BundleKind.Briefcase,
            Token = ids.Next(),
            CreatedAt = clock.Now,
            DocumentIds = [.. bundled.Select(document => document.Id)],
            LinkTokens = bundled[0].Descriptor!.Signers.ToImmutableDictionary(signer => signer.Id, _ => SigningLinks.NewToken()),
            Addresses = addresses,
            PackageName = packageName,
        };
    }

    private string? ProblemOf(StoredDocument document)
        => bundles.BriefcaseOf(document.Id) is null ? null : "Document is already in another briefcase";

    private static void CheckSigners(JsonMembers root, IReadOnlyList<StoredDocument> bundled)
    {
        if (bundled.FirstOrDefault(document => !document.Descriptor!.HasSameSigners(bundled[0].Descriptor!)) is { } different)
        {
            root.Problem($"documents must all have the same signers; those of {different.Id} differ from those of {bundled[0].Id}");
        }
    }
}
