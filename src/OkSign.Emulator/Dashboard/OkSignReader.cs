using OkSign.Emulator.Account;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.EditorExpress;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>Reads what is OKSign's alone.</summary>
internal sealed class OkSignReader(
    OkSignEmulatorOptions options,
    Credentials credentials,
    CreditBalance credits,
    OrganizationalTokenInfo key,
    DocumentStore documents,
    BundleStore bundles,
    EditorSessions editors,
    SigningLinks links,
    ServerAddress address,
    Clock clock)
{
    public OkSignView Read()
    {
        StoredDocument[] stored = [.. documents.All().OrderBy(document => document.UploadedAt)];
        WebAddresses ofKey = key.Current;
        return new OkSignView(
            new Uri(address.Root, OkSignServer.ServicePath).AbsoluteUri,
            credentials.ToString(),
            MaskedAddress.OfAny(ofKey.Callback),
            MaskedAddress.OfAny(ofKey.Webhook),
            ReadCredits(stored),
            Listing.Of(stored, document => DocumentRow.Of(document, links.For)),
            ReadBundles(stored));
    }

    private CreditsView ReadCredits(IEnumerable<StoredDocument> stored)
    {
        CreditUse[] uses =
        [
            .. from document in stored
               from copy in document.Copies
               from signing in copy.Signings
               where signing.Credits > 0
               orderby signing.At
               select CreditUse.Of(document, copy, signing),
        ];
        decimal left = credits.Balance;

        // Credits are taken a moment before the document says so.
        decimal elsewhere = Math.Max(0, options.Credits - left - uses.Sum(use => use.Credits));
        return new CreditsView(left, options.Credits, elsewhere, Listing.Of(uses, use => use));
    }

    private Listing<BundleRow> ReadBundles(IEnumerable<StoredDocument> stored)
    {
        Dictionary<string, StoredDocument> byId = stored.ToDictionary(document => document.Id);
        DateTimeOffset now = clock.Now;
        BundleRow[] rows =
        [
            .. from session in editors.All()
               where byId.ContainsKey(session.DocumentId)
               select BundleRow.Of(session, byId[session.DocumentId], new Uri(address.Root, EditorPageEndpoints.Path + session.Token)),
            .. from bundle in bundles.All()
               select BundleRow.Of(bundle, [.. bundle.DocumentIds.Where(byId.ContainsKey).Select(id => byId[id])], now, links.For),
        ];
        return Listing.Of(rows, row => row);
    }
}
