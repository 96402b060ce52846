using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.EditorExpress;

/// <summary>What is behind the link to the editor: a page (GET), and saving (POST) of the page's form or of a form descriptor as JSON.</summary>
internal sealed class EditorPageEndpoints(EditorSessions sessions, DocumentStore documents, DescriptorReplacement descriptors)
{
    public const string Path = "/editor/";

    private const string Route = Path + "{token}";
    private const string NotValid = "The link to the editor is not valid";

    public void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(Route, context => ShowPage(context.Request).ExecuteAsync(context));
        server.MapPost(Route, async context =>
        {
            IResult result = await OperationGate.HandleAsync(context.Request, SaveAsync);
            await result.ExecuteAsync(context);
        });
    }

    private HtmlResult ShowPage(HttpRequest request)
        => Find(request) is { } document ? new HtmlResult(EditorPage.Form(document, problems: [])) : NotValidPage();

    private Task<IResult> SaveAsync(HttpRequest request)
        => request.MediaType() == MediaTypes.Form ? SaveFormAsync(request) : SaveJsonAsync(request);

    private async Task<IResult> SaveJsonAsync(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        if (Find(request) is not { } document)
        {
            return Envelope.Failed(NotValid, StatusCodes.Status404NotFound);
        }

        descriptors.Replace(document, json);
        return Envelope.Ok("");
    }

    private async Task<IResult> SaveFormAsync(HttpRequest request)
    {
        Dictionary<string, StringValues> form = await FormBody.ReadAsync(request.HttpContext);
        if (Find(request) is not { } document)
        {
            return NotValidPage();
        }

        string text = form.GetValueOrDefault(EditorPage.DescriptorName).ToString();
        try
        {
            descriptors.Replace(document, JsonBody.ParseObject(Encoding.UTF8.GetBytes(text)));
            return new HtmlResult(EditorPage.Message("Saved."));
        }
        catch (RefusedException refusal)
        {
            return new HtmlResult(EditorPage.Form(document, refusal.Problems, text));
        }
    }

    private StoredDocument? Find(HttpRequest request)
        => sessions.Find((string)request.RouteValues["token"]!) is { } session ? documents.Find(session.DocumentId)?.Document : null;

    private static HtmlResult NotValidPage() => new(EditorPage.Message(NotValid), StatusCodes.Status404NotFound);
}
