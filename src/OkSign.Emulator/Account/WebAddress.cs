using System.Diagnostics.CodeAnalysis;

namespace OkSign.Emulator.Account;

/// <summary>The addresses that the service calls or sends a browser to: absolute, http or https.</summary>
internal static class WebAddress
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
        => Uri.TryCreate(text, UriKind.Absolute, out address) && IsOne(address);

    public static bool IsOne(Uri address)
        => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
