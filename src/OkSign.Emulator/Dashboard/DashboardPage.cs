using System.Text;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Pages;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// The page. It is the same for everybody: what it shows, its script reads. No script, style or picture comes from another place than this
/// server, none stands in the page itself, and nothing may frame it.
/// </summary>
internal sealed class DashboardPage(PageAssets assets) : IResult
{
    private const string File = "dashboard.html";

    private const string SecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Lazy<byte[]> _page = new(() => Encoding.UTF8.GetBytes(assets.TextOf(File)));

    public Task ExecuteAsync(HttpContext httpContext)
        => DashboardAnswer.WriteAsync(httpContext, _page.Value, "text/html; charset=utf-8", SecurityPolicy);
}
