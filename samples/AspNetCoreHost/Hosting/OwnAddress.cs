namespace AspNetCoreHost.Hosting;

/// <summary>Where this host listens.</summary>
internal static class OwnAddress
{
    /// <summary>The first address, as a browser on this machine writes it. Known once the host has started.</summary>
    public static Uri Of(WebApplication app)
    {
        // "Any address" (0.0.0.0, [::], * and +) is none that can be opened.
        BindingAddress address = BindingAddress.Parse(app.Urls.First());
        string host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, address.PathBase).Uri;
    }
}
