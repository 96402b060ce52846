using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pages;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>
/// What is behind a signing link: a page (GET), the PDFs that it shows, and what the signer does (POST). A POST takes a script as JSON
/// (<c>{"method": "tan", "mobile": "+32470000001", "values": {"CITY": "Ghent"}}</c>, or <c>{"action": "refuse", "reason": "Too dear"}</c>), the
/// page's form, or nothing at all: <c>curl -X POST "&lt;signing link&gt;"</c>. After the page's form the browser is sent to the return URL, if there
/// is one.
/// </summary>
internal sealed class SigningEndpoints(
    LinkTargets targets,
    DocumentSigning signing,
    DocumentRefusing refusing,
    SmsCodes codes,
    CallbackAddresses addresses,
    PageTexts texts,
    Clock clock)
{
    private const string Route = SigningLinks.Path + "{token}";
    private const string NotValid = "The signing link is not valid";

    public void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(Route, context => ShowPage(context).ExecuteAsync(context));
        server.MapGet($"{Route}{SigningPage.DocumentsPath}{{docid}}", context => ShowDocument(context.Request).ExecuteAsync(context));
        server.MapPost(Route, async context =>
        {
            IResult result = await OperationGate.HandleAsync(context.Request, ActAsync);
            await result.ExecuteAsync(context);
        });
    }

    private static string TokenOf(HttpRequest request) => (string)request.RouteValues["token"]!;

    private HtmlResult ShowPage(HttpContext context)
    {
        HttpRequest request = context.Request;
        string token = TokenOf(request);
        if (targets.Find(token) is not { } target)
        {
            return NotFound(request);
        }

        PageText text = TextFor(request, target);
        if (target.ProblemAt(clock.Now) is { } problem)
        {
            return new HtmlResult(SigningPage.Unusable(text, problem), StatusCodes.Status410Gone);
        }

        signing.RecordOpened(target, SignerAddress.Of(context).ToString());
        return SigningState.Of(target).Tell(text) is { } state
            ? new HtmlResult(SigningPage.Message(text, text["sign.title"], Markup.Of($"<p>{state}</p>{DocumentLinks(text, target, token)}")))
            : Page(text, target, token, page => page.Form());
    }

    /// <summary>The PDF as it is now, with the signatures that are on it already, for whoever has the link.</summary>
    private IResult ShowDocument(HttpRequest request)
        => targets.Find(TokenOf(request)) is { } target
            && target.ProblemAt(clock.Now) is null
            && target.OfSigner.FirstOrDefault(document => document.Id == (string?)request.RouteValues["docid"]) is { } document
                ? new PagePdfResult(document.CurrentCopy is { IsRemoved: false } copy ? copy.Pdf : document.Pdf)
                : Envelope.Failed(DocumentLookup.DoesNotExist, StatusCodes.Status404NotFound);

    private async Task<IResult> ActAsync(HttpRequest request)
    {
        SignerAction action = await SignerActionReader.ReadAsync(request.HttpContext);
        if (targets.Find(TokenOf(request)) is not { } target)
        {
            return action.FromPage ? NotFound(request) : Envelope.Failed(DocumentLookup.DoesNotExist, StatusCodes.Status404NotFound);
        }

        try
        {
            return Act(request, action, target);
        }
        catch (EmulatedSigningException refusal)
        {
            return action.FromPage ? ShowAgain(request, action, refusal.Message) : Envelope.Failed(refusal.Message);
        }
    }

    private IResult Act(HttpRequest request, SignerAction action, LinkTarget target)
    {
        string token = TokenOf(request);
        switch (action.Name)
        {
            case SignerAction.Sign:
                IReadOnlyList<SignedNow> signed = signing.Sign(token, action.Script);
                return action.FromPage ? Signed(request, target, signed) : Envelope.Ok(target.Bundle is null ? signed[0] : signed);
            case SignerAction.Refuse:
                IReadOnlyList<string> refused = refusing.Refuse(token, action.Reason, action.Script.IPAddress);
                return action.FromPage ? Refused(request, target, refused) : Envelope.Ok(refused);
            case SignerAction.SendCode:
                (string mobile, string code) = codes.Send(token, action.Script.Mobile);
                PageText text = TextFor(request, target);
                return action.FromPage
                    ? Page(text, target, token, page => page.Form(action, note: text.With("code.sent", mobile, code)))
                    : Envelope.Ok(new SentSmsCode(mobile, code));
            default:
                throw new RefusedException($"There is no action {action.Name}");
        }
    }

    // With what was entered; unless nothing can be entered any more, because the signer has signed in another window for example.
    private HtmlResult ShowAgain(HttpRequest request, SignerAction action, string reason)
    {
        string token = TokenOf(request);
        return targets.Find(token) is { } target && target.ProblemAt(clock.Now) is null && SigningState.Of(target).IsOpen
            ? Page(TextFor(request, target), target, token, page => page.Form(action, reason))
            : new HtmlResult(SigningPage.Unusable(texts.For(request), reason));
    }

    private IResult Signed(HttpRequest request, LinkTarget target, IReadOnlyList<SignedNow> signed)
    {
        string token = TokenOf(request);
        if (ReturnUrlOf(target, token) is { } returnUrl)
        {
            return new SeeOtherResult(ReturnAddress.After(returnUrl, target.SignerId, signed));
        }

        PageText text = TextFor(request, target);
        string ids = string.Join(", ", signed.Select(document => document.SignedDocumentId));
        return new HtmlResult(SigningPage.Message(text, text["done.signed"], Markup.Of(
            $"<p>{text["done.thanks"]}</p>{DocumentLinks(text, target, token)}<p class=\"hint\">{text.With("done.ids", ids)}</p>")));
    }

    private IResult Refused(HttpRequest request, LinkTarget target, IReadOnlyList<string> refused)
    {
        PageText text = TextFor(request, target);
        return ReturnUrlOf(target, TokenOf(request)) is { } returnUrl
            ? new SeeOtherResult(ReturnAddress.AfterRefusal(returnUrl, target.SignerId, refused))
            : new HtmlResult(SigningPage.Message(text, text["done.refused"], Markup.Of($"<p>{text["done.refusedText"]}</p>")));
    }

    private HtmlResult Page(PageText text, LinkTarget target, string token, Func<SigningPage, string> show)
    {
        Uri? returnUrl = ReturnUrlOf(target, token);
        string html = show(new SigningPage(text, target, SigningLinks.Path + token));
        return new HtmlResult(html, formLeadsElsewhere: returnUrl is not null);
    }

    private HtmlResult NotFound(HttpRequest request)
        => new(SigningPage.Unusable(texts.For(request), NotValid), StatusCodes.Status404NotFound);

    // The link of a briefcase or session ends with its last signature, and its PDFs with it.
    private static Markup DocumentLinks(PageText text, LinkTarget target, string token)
        => target.Bundle is not null ? Markup.Empty : Markup.Join(target.OfSigner.Select(document => Markup.Of(
            $"<p><a href=\"{SigningLinks.Path}{token}{SigningPage.DocumentsPath}{document.Id}\">{text["document.open"]}</a></p>")));

    private PageText TextFor(HttpRequest request, LinkTarget target) => texts.For(request, SignerLanguage.Of(target));

    private Uri? ReturnUrlOf(LinkTarget target, string token)
        => addresses.ReturnOf(target.Documents.Select(document => document.Id), token);
}
