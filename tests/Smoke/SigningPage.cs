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

    private static async Task PostAsync(Uri link, string script)
    {
        using var http = new HttpClient();
        using var body = new StringContent(script, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync(link, body).ConfigureAwait(false);
        Check.That(answer.IsSuccessStatusCode);
    }
}
