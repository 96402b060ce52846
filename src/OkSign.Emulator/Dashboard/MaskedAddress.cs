using Microsoft.AspNetCore.WebUtilities;

namespace OkSign.Emulator.Dashboard;

/// <summary>An address of somebody's application, to be shown: without what its query keeps secret.</summary>
internal sealed record MaskedAddress(string Address, IReadOnlyList<AddressParameter> Parameters)
{
    public static MaskedAddress Of(Uri address) => new(
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
        [
            .. from parameter in QueryHelpers.ParseQuery(address.Query)
               from value in parameter.Value
               select AddressParameter.Of(parameter.Key, value),
        ]);

    public static MaskedAddress? OfAny(Uri? address) => address is null ? null : Of(address);
}
