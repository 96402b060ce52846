using Microsoft.AspNetCore.WebUtilities;

namespace OkSign.Emulator.Signing;

/// <summary>Where the signer's browser goes after signing or refusing.</summary>
internal static class ReturnAddress
{
    private const string Signed = "signed";

    // What the service adds after a refusal is not known: the same without the signed copy, and this status.
    private const string Refused = "refused";

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
        => With(returnUrl, signed.SelectMany(document => new[] { Source(document.SourceDocumentId), Parameter("signed_docid", document.SignedDocumentId) }), signerId, Signed);

    /// <summary>Adds what was refused by whom.</summary>
    public static string AfterRefusal(Uri returnUrl, string signerId, IReadOnlyList<string> sourceDocumentIds)
        => With(returnUrl, sourceDocumentIds.Select(Source), signerId, Refused);

    private static string With(Uri returnUrl, IEnumerable<KeyValuePair<string, string?>> documents, string signerId, string status)
    {
        string ownQuery = returnUrl.Query is "?" ? "" : returnUrl.Query;
        return QueryHelpers.AddQueryString(
            OriginOf(returnUrl) + returnUrl.AbsolutePath + ownQuery + returnUrl.Fragment,
            [.. documents, Parameter("signerid", signerId), Parameter("status", status)]);
    }

    private static KeyValuePair<string, string?> Source(string documentId) => Parameter("source_docid", documentId);

    private static KeyValuePair<string, string?> Parameter(string name, string value) => new(name, value);
}
