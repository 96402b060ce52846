using System.Text;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>
/// The body of an e-mail, as a mail program would show it: HTML that somebody uploaded. It stands in a frame of the dashboard with no rights:
/// no scripts, no pictures from other hosts, an origin of its own. Its links open in new windows.
/// </summary>
internal sealed class MailBody(string html) : IResult
{
    private const string SecurityPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "form-action 'none'; frame-ancestors 'self'";

    private const string LinksOpenOutside = "<!DOCTYPE html><meta charset=\"utf-8\"><base target=\"_blank\">";

    public Task ExecuteAsync(HttpContext httpContext)
        => DashboardAnswer.WriteAsync(
            httpContext, Encoding.UTF8.GetBytes(LinksOpenOutside + html), "text/html; charset=utf-8", SecurityPolicy);
}
