using AspNetCoreHost.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OkSign.Client;

namespace AspNetCoreHost.Pages;

/// <summary>What is shown when something fails, in words that help whoever reads them. Details are in the log.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Exception? failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        (Heading, Explanation) = (failure, status) switch
        {
            (OkSignException refused, _) => ("OKSign did not do that", FailureText.Of(refused)),
            (_, 404) => ("There is nothing here", "The address is wrong, or the contract is not there any more."),
            (_, 413) => ("That is too large", "The largest contract that OKSign takes has 10 MB. Go back, and choose another file."),
            (_, 400) => ("This page is not good any more", "It was open for too long. Go back, reload it, and try again. Nothing was sent."),
            _ => ("Something went wrong", "It is in the log of this application. If a contract was being sent, its page says how it stands."),
        };
    }
}
