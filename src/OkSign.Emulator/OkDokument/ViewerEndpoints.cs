using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pages;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// What the signer's browser gets: the viewer (GET), what its form or a script does (POST), the thank-you page. A POST takes a script
/// as JSON
/// (<c>{"action": "submit", "values": {"city": "Nitra"}}</c>), the page's form, or nothing at all:
/// <c>curl -L -X POST "&lt;viewer&gt;"</c>. And the second address of a document, with the API key.
/// </summary>
internal sealed class ViewerEndpoints(RoundSigning signing, DokumentAnswers answers, ApiKeyGate gate, StoredDocumentEndpoints documents, PageTexts texts)
{
    // Not one of the documented operations: faults pass it by.
    private static readonly Operation Rest = Operations.Of("Rest", HttpMethods.Get, SigningUrls.RestPath);

    public void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(SigningUrls.ViewerPath, context => Show(context.Request, openCode: null, new ViewerNotice()).ExecuteAsync(context));
        server.MapGet(SigningUrls.ViewerPdfPath, context => ShowPdf(context.Request).ExecuteAsync(context));
        server.MapPost(SigningUrls.ViewerPath, async context =>
        {
            IResult result = await gate.HandleAsync(context.Request, ActAsync);
            await result.ExecuteAsync(context);
        });
        server.MapGet(
            SigningUrls.ThankYouPath,
            context => new HtmlResult(PageFor(context.Request).ThankYou(context.Request.Query["result"].ToString())).ExecuteAsync(context));
        server.MapGet($"{SigningUrls.RestPath}{{{OkDokumentPaths.IdParameter}}}", DownloadAsync);
    }

    private Task DownloadAsync(HttpContext context)
    {
        return gate.RunAsync(context, Rest, DownloadAsync);

        Task<IResult> DownloadAsync(HttpRequest request) => Task.FromResult<IResult>(documents.Download(request));
    }

    private HtmlResult Show(HttpRequest request, string? openCode, ViewerNotice notice)
    {
        try
        {
            (SignatureRequest round, StoredDokument document) = signing.Look(RequestIdOf(request));
            bool isLocked = round.Rules.Open.IsAsked && (round.OpenCode is null || openCode != round.OpenCode);
            ViewerPage page = PageFor(request, round.Rules.Language);
            return new HtmlResult(
                isLocked ? page.Locked(round, document, notice) : page.Sign(round, document, SigningUrls.ViewerPdf(round.Id, openCode), openCode, notice),
                formLeadsElsewhere: round.ResultUrl is not null);
        }
        catch (EmulatedSigningException refusal)
        {
            return new HtmlResult(PageFor(request).Unusable(refusal.Message), StatusCodes.Status400BadRequest);
        }
    }

    private IResult ShowPdf(HttpRequest request)
    {
        try
        {
            return new PagePdfResult(signing.Pdf(RequestIdOf(request), request.Query[SigningUrls.OpenCodeParameter].ToString()));
        }
        catch (EmulatedSigningException refusal)
        {
            return answers.Refused(DokumentRefusedException.BadInput(ErrorCodes.SigningRefused, refusal.Message));
        }
    }

    private async Task<IResult> ActAsync(HttpRequest request)
    {
        ViewerAction action = await ViewerActionReader.ReadAsync(request.HttpContext);
        try
        {
            return Act(request, action);
        }
        catch (EmulatedSigningException refusal)
        {
            return action.FromPage
                ? Show(request, action.Script.OpenCode, new ViewerNotice(action, refusal.Message))
                : answers.Refused(DokumentRefusedException.BadInput(ErrorCodes.SigningRefused, refusal.Message));
        }
    }

    private IResult Act(HttpRequest request, ViewerAction action)
    {
        string requestId = RequestIdOf(request);
        switch (action.Name)
        {
            case ViewerAction.Submit:
                return SendTo(signing.Submit(requestId, action.Script, action.MissingCode));
            case ViewerAction.Cancel:
                return SendTo(signing.Cancel(requestId, action.Script, action.MissingCode));
            case ViewerAction.Close:
                return SendTo(signing.Close(requestId, action.Script.Language));
            case ViewerAction.Open:
                signing.Open(requestId, action.Script.OpenCode);
                return Show(request, action.Script.OpenCode, new ViewerNotice());
            case ViewerAction.SendOpenCode:
                signing.SendOpenCode(requestId);
                return Show(request, openCode: null, new ViewerNotice(IsCodeSent: true));
            case ViewerAction.SendSignCode:
                signing.SendSignCode(requestId, action.Script.OpenCode);
                return Show(request, action.Script.OpenCode, new ViewerNotice(action, IsCodeSent: true));
            default:
                throw new RefusedException($"There is no action {action.Name}");
        }
    }

    private ViewerPage PageFor(HttpRequest request, string? senderLanguage = null) => new(texts.For(request, senderLanguage));

    private static SeeOtherResult SendTo(Uri address) => new(address.AbsoluteUri);

    private static string RequestIdOf(HttpRequest request) => request.Query[SigningUrls.RequestParameter].ToString();
}
