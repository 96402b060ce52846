using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>Settings of the endpoints that OKSign calls.</summary>
public sealed class OkSignCallbackOptions : CallbackOptions
{
    private Func<HttpContext, OkSignReturn, ValueTask<IResult>>? _returnPage;

    /// <summary>
    /// Chooses what a signer sees who comes back from signing; a short page of thanks unless set. What it is given is a stranger's text, and the return is open to everybody:
    /// the address passes through the signer's browser, so that it has no secret.
    /// </summary>
    /// <param name="page">Makes the answer: a page, or a redirection to a page of yours.</param>
    public void ShowReturnWith(Func<HttpContext, OkSignReturn, ValueTask<IResult>> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        _returnPage = page;
    }

    // A method and not a property: a configuration section is bound to properties.
    internal Func<HttpContext, OkSignReturn, ValueTask<IResult>>? GetReturnPage() => _returnPage;
}
