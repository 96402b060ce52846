using OkSign.Emulator.Account;
using OkSign.Emulator.Bundles;

namespace OkSign.Emulator.Callbacks;

/// <summary>
/// Which addresses apply: those of the session or briefcase by whose link is signed, then those of the document's briefcase, then those of
/// the key. All callbacks and redirects take their addresses from here.
/// </summary>
internal sealed class CallbackAddresses(BundleStore bundles, OrganizationalTokenInfo key)
{
    /// <param name="documentId">The source docid, or the token of a briefcase.</param>
    /// <param name="linkToken">The token of the signing link in use; null when nobody signs.</param>
    public WebAddresses Of(string documentId, string? linkToken = null)
        => bundles.CallbackAddressesOf(documentId, linkToken).Or(key.Current);

    /// <summary>Where the signer's browser goes; of several documents signed by one link, the first one that says where decides.</summary>
    public Uri? ReturnOf(IEnumerable<string> documentIds, string linkToken)
        => documentIds.Select(id => bundles.CallbackAddressesOf(id, linkToken).Return).FirstOrDefault(address => address is not null)
            ?? key.Current.Return;
}
