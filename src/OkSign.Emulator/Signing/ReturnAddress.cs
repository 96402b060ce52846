using Microsoft.AspNetCore.WebUtilities;

namespace OkSign.Emulator.Signing;

/// <summary>Where the signer's browser goes after signing.</summary>
internal static class ReturnAddress
{
    /// <summary>Scheme, host and port, fit for a header: the host in ASCII, no user name.</summary>
    public static string OriginOf(Uri returnUrl)
    {
        string host = returnUrl.HostNameType == UriHostNameType.IPv6 ? returnUrl.Host : returnUrl.IdnHost;
        string port = returnUrl.IsDefaultPort ? "" : FormattableString.Invariant($":{returnUrl.Port}");
        return $"{returnUrl.Scheme}://{host}{port}";
    }

    /// <summary>
    /// Adds to the address's own query what was signed by whom. <c>source_docid</c> and <c>signed_docid</c> are there once for each document.
    /// </summary>
    public static string After(Uri returnUrl, string signerId, IReadOnlyList<SignedNow> signed)
    {
        IEnumerable<KeyValuePair<string, string?>> parameters =
        [
            .. signed.SelectMany(document => new KeyValuePair<string, string?>[]
            {
                new("source_docid", document.SourceDocumentId),
                new("signed_docid", document.SignedDocumentId),
            }),
            new("signerid", signerId),
            new("status", "signed"),
        ];
        string ownQuery = returnUrl.Query is "?" ? "" : returnUrl.Query;
        return QueryHelpers.AddQueryString(OriginOf(returnUrl) + returnUrl.AbsolutePath + ownQuery + returnUrl.Fragment, parameters);
    }
}
