using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>What a signer sees who comes back.</summary>
public sealed class ReturnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/oksign/return?source_docid=1&status=signed", "nl-BE,nl;q=0.9,en;q=0.8", "nl", "Bedankt")]
    [InlineData("/oksign/return", "de;q=0.5,fr;q=0.4", "fr", "Merci")]
    [InlineData("/oksign/return", "en;q=0.1,sk", "sk", "Ďakujeme")]
    [InlineData("/oksign/return", "de", "en", "Thank you")]
    [InlineData("/oksign/return", "", "en", "Thank you")]
    [InlineData("/okdokument/result?result=success&docid=a", "sk-SK", "sk", "Ďakujeme")]
    public async Task Return_Alone_IsThankedInTheBrowsersLanguage(string path, string languages, string language, string title)
    {
        await using Portal portal = await Portal.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);

        using HttpResponseMessage answer = await portal.Http.SendAsync(request, Cancel);
        string page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithScriptInEveryParameter_ShowsNothingOfIt()
    {
        await using Portal portal = await Portal.StartAsync();
        const string Script = "%3Cscript%3Ealert(1)%3C/script%3E";

        string page = await portal.Http.GetStringAsync(new Uri($"/oksign/return?source_docid={Script}&status={Script}&filename={Script}&lang={Script}", UriKind.Relative), Cancel);

        Assert.DoesNotContain("alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithAPageOfTheApplication_IsShownThat()
    {
        await using Portal portal = await Portal.StartAsync(services: static services =>
        {
            services.Configure<OkSignCallbackOptions>(static options => options.ShowReturnWith(
                static (_, returned) => ValueTask.FromResult(Results.Redirect($"/contracts/{returned.SourceDocumentId}"))));
            services.Configure<OkDokumentCallbackOptions>(static options => options.ShowResultWith(
                static (_, result) => ValueTask.FromResult(Results.Redirect($"/leases/{result.DocumentId}"))));
        });

        using HttpResponseMessage sign = await portal.Http.GetAsync(new Uri("/oksign/return?source_docid=123&status=signed", UriKind.Relative), Cancel);
        using HttpResponseMessage dokument = await portal.Http.GetAsync(new Uri("/okdokument/result?docid=abc&result=success", UriKind.Relative), Cancel);

        Assert.Equal(("/contracts/123", "/leases/abc"), (sign.Headers.Location?.OriginalString, dokument.Headers.Location?.OriginalString));
    }
}
