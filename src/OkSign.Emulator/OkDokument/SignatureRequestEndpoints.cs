using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The operations on signature requests: create, update, set the callback, delete.</summary>
internal sealed class SignatureRequestEndpoints(
    RequestDraftReader reader,
    IncomingFileReader files,
    RequestRegistration registration,
    DokumentAccount account,
    RequestAnswers answers) : IOperationGroup
{
    private const string Path = "JSON/signatureRequest";
    private const string OnePath = $"{Path}/{{{OkDokumentPaths.IdParameter}}}";

    // The table of the documentation spells it so, its samples do not.
    private const string OtherSendInfoUrlName = "sendInfoUrl";

    public void Map(OperationRoutes routes)
    {
        routes.Map(Operations.Of("CreateSignatureRequest", HttpMethods.Post, Path), Create);
        routes.Map(Operations.Of("UpdateSignatureRequest", HttpMethods.Patch, Path), Update);
        routes.Map(Operations.Of("SetCallback", HttpMethods.Post, OnePath), SetCallback);
        routes.Map(Operations.Of("DeleteSignatureRequest", HttpMethods.Delete, OnePath), Delete);
    }

    private async Task<IResult> Create(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext, files.JsonLimit);
        return answers.Created(registration.Register(reader.ReadJson(json)));
    }

    private async Task<IResult> Update(HttpRequest request)
    {
        var problems = new Problems();
        JsonMembers members = await ReadAsync(request, problems);
        string id = members.RequiredText(RequestDraftReader.RequestIdName) ?? "";
        Uri? sendInfoUrl = SendInfoUrl(members);
        Uri? resultUrl = RequestDraftReader.Address(members, RequestDraftReader.ResultUrlName);
        problems.ThrowIfAny();
        Change(id, found => found with { SendInfoUrl = sendInfoUrl ?? found.SendInfoUrl, ResultUrl = resultUrl ?? found.ResultUrl });
        return answers.Updated(id);
    }

    private async Task<IResult> SetCallback(HttpRequest request)
    {
        var problems = new Problems();
        JsonMembers members = await ReadAsync(request, problems);
        Uri? sendInfoUrl = SendInfoUrl(members);
        if (sendInfoUrl is null)
        {
            problems.Add($"{RequestDraftReader.SendInfoUrlName} is missing");
        }

        problems.ThrowIfAny();
        string id = Operations.IdOf(request);
        Change(id, found => found with { SendInfoUrl = sendInfoUrl });
        return answers.CallbackSet(id);
    }

    private IResult Delete(HttpRequest request)
    {
        string id = Operations.IdOf(request);
        account.Run((book, _) =>
        {
            book.RemoveRequest(book.Request(id).Id);
            return id;
        });
        return answers.Deleted(id);
    }

    private void Change(string id, Func<SignatureRequest, SignatureRequest> change) => account.Run((book, _) =>
    {
        book.Replace(change(book.Request(id)));
        return id;
    });

    private static Uri? SendInfoUrl(JsonMembers members)
        => RequestDraftReader.Address(members, RequestDraftReader.SendInfoUrlName)
            ?? RequestDraftReader.Address(members, OtherSendInfoUrlName);

    private static async Task<JsonMembers> ReadAsync(HttpRequest request, Problems problems)
        => new(await JsonBody.ReadObjectAsync(request.HttpContext), "", problems, exactNames: true);
}
