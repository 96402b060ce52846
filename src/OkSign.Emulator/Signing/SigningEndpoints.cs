using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Signing;

/// <summary>
/// What is behind a signing link: a page (GET), and signing (POST). A POST takes a script as JSON
/// (<c>{"method": "tan", "mobile": "+32470000001", "values": {"CITY": "Ghent"}}</c>), the page's form, or nothing at all:
/// <c>curl -X POST "&lt;signing link&gt;"</c>. After the page's form the browser is sent to the return URL, if there is one.
/// </summary>
internal sealed class SigningEndpoints(LinkTargets targets, DocumentSigning signing, CallbackAddresses addresses)
{
    private const string Route = SigningLinks.Path + "{token}";
    private const string NotValid = "The signing link is not valid";

    public void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(Route, context => ShowPage(context).ExecuteAsync(context));
        server.MapPost(Route, async context =>
        {
            IResult result = await OperationGate.HandleAsync(context.Request, SignAsync);
            await result.ExecuteAsync(context);
        });
    }

    private static string TokenOf(HttpRequest request) => (string)request.RouteValues["token"]!;

    private HtmlResult ShowPage(HttpContext context)
    {
        string token = TokenOf(context.Request);
        if (targets.Find(token) is not { } target)
        {
            return new HtmlResult(SigningPage.Message(NotValid), StatusCodes.Status404NotFound);
        }

        if (signing.ProblemOf(target) is { } problem)
        {
            return new HtmlResult(SigningPage.Message(problem), StatusCodes.Status410Gone);
        }

        signing.RecordOpened(target, SignerAddress.Of(context).ToString());
        Uri? returnUrl = ReturnUrlOf(target, token);
        return new HtmlResult(SigningPage.Form(target), formOrigin: returnUrl is null ? null : ReturnAddress.OriginOf(returnUrl));
    }

    private async Task<IResult> SignAsync(HttpRequest request)
    {
        string token = TokenOf(request);
        bool fromPage = request.MediaType() == MediaTypes.Form;
        SigningScript script = await SigningScriptReader.ReadAsync(request.HttpContext);
        if (targets.Find(token) is not { } target)
        {
            return fromPage
                ? new HtmlResult(SigningPage.Message(NotValid), StatusCodes.Status404NotFound)
                : Envelope.Failed(DocumentLookup.DoesNotExist, StatusCodes.Status404NotFound);
        }

        try
        {
            IReadOnlyList<SignedNow> signed = signing.Sign(token, script);
            return fromPage ? AnswerPage(target, token, signed) : Envelope.Ok(target.Bundle is null ? signed[0] : signed);
        }
        catch (EmulatedSigningException refusal)
        {
            return fromPage ? new HtmlResult(SigningPage.Message(refusal.Message)) : Envelope.Failed(refusal.Message);
        }
    }

    private IResult AnswerPage(LinkTarget target, string token, IReadOnlyList<SignedNow> signed)
        => ReturnUrlOf(target, token) is { } returnUrl
            ? new SeeOtherResult(ReturnAddress.After(returnUrl, target.SignerId, signed))
            : new HtmlResult(SigningPage.Message(
                signed.Count == 1
                    ? $"Signed. The signed document is {signed[0].SignedDocumentId}."
                    : $"Signed. The signed documents are {string.Join(", ", signed.Select(document => document.SignedDocumentId))}."));

    private Uri? ReturnUrlOf(LinkTarget target, string token)
        => addresses.ReturnOf(target.Documents.Select(document => document.Id), token);
}
