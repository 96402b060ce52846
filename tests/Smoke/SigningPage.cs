using System.Net;
using System.Text;
using OkSign.Client;

namespace OkSign.Smoke;

/// <summary>The emulator's signing page, used as <c>curl -X POST "LINK"</c> does.</summary>
internal static class SigningPage
{
    private const string WithAPenInGhent = """{"method":"pen","values":{"CITY":"Ghent"}}""";
    private const string WithAPen = """{"method":"pen"}""";

    public static async Task SignAllAsync(IEnumerable<SigningLink> links)
    {
        foreach (SigningLink link in links)
        {
            await PostAsync(link.Url, link.SignerId == Sample.Anna ? WithAPenInGhent : WithAPen).ConfigureAwait(false);
        }
    }

    public static Task SignAsync(Uri link) => PostAsync(link, WithAPen);

    /// <summary>Opens a signing link of OKdokument as a browser does, and presses Submit.</summary>
    public static async Task SubmitAsync(Uri link)
    {
        using var network = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(network);
        using HttpResponseMessage opened = await http.GetAsync(link).ConfigureAwait(false);
        Check.That(opened.StatusCode == HttpStatusCode.Found);
        using var nothing = new ByteArrayContent([]);
        using HttpResponseMessage done = await http.PostAsync(opened.Headers.Location, nothing).ConfigureAwait(false);
        Check.That(done.StatusCode == HttpStatusCode.SeeOther);
    }

    private static async Task PostAsync(Uri link, string script)
    {
        using var http = new HttpClient();
        using var body = new StringContent(script, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync(link, body).ConfigureAwait(false);
        Check.That(answer.IsSuccessStatusCode);
    }
}
