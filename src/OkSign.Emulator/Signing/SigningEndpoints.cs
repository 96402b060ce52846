using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>
/// What is behind a signing link: a page (GET), and signing (POST). A POST takes a script as JSON
/// (<c>{"method": "tan", "mobile": "+32470000001", "values": {"CITY": "Ghent"}}</c>), the page's form, or nothing at all:
/// <c>curl -X POST "&lt;signing link&gt;"</c>.
/// </summary>
internal sealed class SigningEndpoints(DocumentStore documents, DocumentSigning signing)
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
        if (documents.FindByToken(token) is not { } link)
        {
            return new HtmlResult(SigningPage.Message(NotValid), StatusCodes.Status404NotFound);
        }

        signing.RecordOpened(token, SignerAddress.Of(context).ToString());
        return new HtmlResult(SigningPage.Form(link.Document, link.SignerId));
    }

    private async Task<IResult> SignAsync(HttpRequest request)
    {
        string token = TokenOf(request);
        bool fromPage = request.MediaType() == SigningScriptReader.FormMediaType;
        SigningScript script = await SigningScriptReader.ReadAsync(request.HttpContext);
        if (documents.FindByToken(token) is not { } link)
        {
            return fromPage
                ? new HtmlResult(SigningPage.Message(NotValid), StatusCodes.Status404NotFound)
                : Envelope.Failed(DocumentLookup.DoesNotExist, StatusCodes.Status404NotFound);
        }

        try
        {
            SignedCopy copy = signing.Sign(token, script);
            return fromPage
                ? new HtmlResult(SigningPage.Message($"Signed. The signed document is {copy.Id}."))
                : Envelope.Ok(new Signed(link.Document.Id, copy.Id));
        }
        catch (EmulatedSigningException refusal)
        {
            return fromPage ? new HtmlResult(SigningPage.Message(refusal.Message)) : Envelope.Failed(refusal.Message);
        }
    }

    private sealed record Signed(
        [property: JsonPropertyName("source_docid")] string SourceDocumentId,
        [property: JsonPropertyName("signed_docid")] string SignedDocumentId);
}
