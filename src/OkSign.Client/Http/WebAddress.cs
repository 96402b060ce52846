namespace OkSign.Client;

/// <summary>Addresses that a browser or the service can open: absolute, and <c>http</c> or <c>https</c>.</summary>
internal static class WebAddress
{
    public static bool IsWebAddress(Uri address)
        => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address that a text is, or null when it is none.</summary>
    public static Uri? Of(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && IsWebAddress(address) ? address : null;
}
