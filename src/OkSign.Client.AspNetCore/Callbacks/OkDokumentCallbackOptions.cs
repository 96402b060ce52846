using Microsoft.AspNetCore.Http;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore;

/// <summary>Settings of the endpoints that OKdokument calls.</summary>
public sealed class OkDokumentCallbackOptions : CallbackOptions
{
    private Func<HttpContext, OkDokumentResult, ValueTask<IResult>>? _resultPage;

    /// <summary>
    /// Chooses what a signer sees who comes back from signing; a short page of thanks unless set. What it is given is a stranger's text, and the result is open to everybody:
    /// the address passes through the signer's browser, so that it has no secret.
    /// </summary>
    /// <param name="page">Makes the answer: a page, or a redirection to a page of yours.</param>
    public void ShowResultWith(Func<HttpContext, OkDokumentResult, ValueTask<IResult>> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        _resultPage = page;
    }

    internal Func<HttpContext, OkDokumentResult, ValueTask<IResult>>? GetResultPage() => _resultPage;
}
