using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.OkDokument;

/// <summary>Where the signer's browser goes: to the caller's address, or to the thank-you page.</summary>
internal sealed class ResultAddress(SigningUrls urls)
{
    public Uri After(SignatureRequest request, StoredDokument document, string language, string result, DateTimeOffset now)
    {
        Uri address = request.ResultUrl ?? urls.ThankYou;
        string ownQuery = address.Query is "?" ? "" : address.Query;
        return new Uri(QueryHelpers.AddQueryString(
            ReturnAddress.OriginOf(address) + address.AbsolutePath + ownQuery + address.Fragment,
            new Dictionary<string, string?>
            {
                ["name"] = document.BareName,
                ["docid"] = document.Id,
                ["lang"] = language,
                ["result"] = result,
                ["ts"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            }));
    }
}
