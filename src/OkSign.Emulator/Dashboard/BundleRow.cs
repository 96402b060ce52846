using OkSign.Emulator.Bundles;
using OkSign.Emulator.EditorExpress;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A briefcase or session of OKSign: links to several documents, or to the editor of one.</summary>
/// <param name="Token">By which a client names it.</param>
/// <param name="Kind">What the service calls it.</param>
/// <param name="Name">The name that signers see; null for none.</param>
/// <param name="CreatedAt">When it was made; null when that is not kept.</param>
/// <param name="Documents">The names of its documents.</param>
/// <param name="Links">Its links.</param>
internal sealed record BundleRow(
    string Token, string Kind, string? Name, DateTimeOffset? CreatedAt, IReadOnlyList<string> Documents, IReadOnlyList<BundleLinkRow> Links)
{
    private const string Editor = "EditorExpress session";

    public static BundleRow Of(
        SigningBundle bundle, IReadOnlyList<StoredDocument> documents, DateTimeOffset now, Func<string, Uri> linkOf) => new(
            bundle.Token,
            bundle.Kind == BundleKind.Briefcase ? "Briefcase" : "SignExpress session",
            bundle.PackageName,
            bundle.CreatedAt,
            [.. documents.Select(document => document.FileName)],
            [
                .. from link in bundle.LinkTokens
                   orderby link.Key
                   select new BundleLinkRow(
                       link.Key, NameOf(link.Key, documents), bundle.ProblemOfLink(link.Key, now), linkOf(link.Value)),
            ]);

    public static BundleRow Of(EditorSession session, StoredDocument document, Uri link) => new(
        session.Token, Editor, null, null, [document.FileName], [new BundleLinkRow(session.Token, Editor, null, link)]);

    private static string NameOf(string signerId, IReadOnlyList<StoredDocument> documents)
        => documents.FirstOrDefault(document => document.Descriptor?.Has(signerId) == true)?.Descriptor!.SignerOf(signerId).DisplayName ?? signerId;
}
