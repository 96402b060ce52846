using System.Net;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// Keeps other web pages in the developer's browser out. The server listens on the loopback address only, so no other machine comes in; but a
/// page from anywhere may send requests here, and one whose host name is made to point here (DNS rebinding) could even read the answers.
/// </summary>
internal static class DashboardGuard
{
    private const string LocalName = "localhost";
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether a request names this machine: a rebound name is not one of these.</summary>
    public static bool NamesThisMachine(HttpRequest request)
    {
        string host = request.Host.Host;
        return string.Equals(host, LocalName, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
    }

    /// <summary>
    /// Whether a request comes from a page of another origin, another port of this machine included, as browsers say since 2023 at the latest.
    /// </summary>
    public static bool ComesFromElsewhere(HttpRequest request)
        => request.Headers[FetchSite].ToString() is not ("" or "same-origin" or "none");
}
