using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Documents;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.EditorExpress;

/// <summary><c>EditorExpress.create</c>, <c>EditorExpress.retrieve</c> and <c>EditorExpress.remove</c>.</summary>
internal sealed class EditorExpressEndpoints(
    EditorSessions sessions, DocumentStore documents, DocumentIds ids, ServerAddress address, WireVariants variants) : IOperationGroup
{
    private const string DoesNotExist = "EditorExpress session does not exist";

    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("EditorExpress.create", HttpMethods.Post, "v1/editorexpress/create"), Create);
        routes.Map(new Operation("EditorExpress.retrieve", HttpMethods.Get, "v1/editorexpress/retrieve"), Retrieve);
        routes.Map(new Operation("EditorExpress.remove", HttpMethods.Delete, "v1/editorexpress/remove"), Remove);
    }

    private async Task<IResult> Create(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        EditorSession session = sessions.Add(() => Read(request, json));
        return SessionCreated.Answer(
            variants.EditorExpressAnswer, new Uri(address.Root, EditorPageEndpoints.Path + session.Token), session.Token);
    }

    private EditorSession Read(HttpRequest request, JsonElement json)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);
        var session = new EditorSession(
            ids.Next(),
            ReadDocumentId(request, root) ?? "",
            root.Flag("showAnonymousSigners"),
            root.Flag("showMeSigner"),
            root.Flag("showSigningOptions"),
            root.Flag("showTeammembers"));

        problems.ThrowIfAny();
        documents.RequiredSource(session.DocumentId);
        return session;
    }

    // Which of the two the service reads is disputed.
    private static string? ReadDocumentId(HttpRequest request, JsonMembers root)
    {
        if (!request.Headers.ContainsKey(RequestHeaders.DocumentId))
        {
            return root.RequiredText("docid");
        }

        string id = request.Required(RequestHeaders.DocumentId);
        if (root.Text("docid") is { } other && other != id)
        {
            root.Problem($"docid is not the one of the header {RequestHeaders.DocumentId}");
        }

        return id;
    }

    private IResult Retrieve(HttpRequest request)
        => Envelope.Ok(sessions.Find(request.RequiredToken()) ?? throw new RefusedException(DoesNotExist));

    private IResult Remove(HttpRequest request)
        => sessions.Remove(request.RequiredToken()) ? Envelope.Ok("") : throw new RefusedException(DoesNotExist);
}
