using System.Net;
using System.Text;

namespace OkSign.Client.Tests.Secrets;

/// <summary>A service that does the worst: whatever it answers, it repeats the credentials, a signing link and a signer's data in it.</summary>
internal sealed class EchoingService(HttpStatusCode status, string bodyFormat) : HttpMessageHandler
{
    public const string SigningLink = "https://www.oksign.be/sign/7f3a9c1b";
    public const string Email = "anna.secret@example.com";
    public const string Mobile = "+32470999888";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string credentials = string.Join(",", request.Headers.GetValues("x-oksign-authorization"));
        string body = bodyFormat.Replace("$echo", $"{credentials} {SigningLink} {SigningLink.Replace("/", "\\/", StringComparison.Ordinal)} {Email} {Mobile}", StringComparison.Ordinal);
        var response = new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        response.Headers.TryAddWithoutValidation("set-cookie", "session=secret-cookie");
        return Task.FromResult(response);
    }
}
