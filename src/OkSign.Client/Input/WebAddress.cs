namespace OkSign.Client;

/// <summary>Web addresses as callers give them.</summary>
internal static class WebAddress
{
    /// <summary>Whether an address is one that the service, or a signer's browser, can call: absolute, http or https.</summary>
    public static bool IsAbsolute(Uri? address)
        => address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address that a text is, or null when it is none.</summary>
    public static Uri? Of(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && IsAbsolute(address) ? address : null;
}
