using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The two other ways in: a multipart upload, and storing without a signature request.</summary>
internal sealed class UploadEndpoints(
    RequestDraftReader reader, IncomingFileReader files, RequestRegistration registration, RequestAnswers answers) : IOperationGroup
{
    private const string FileName = "file";

    public void Map(OperationRoutes routes)
    {
        routes.Map(Operations.Of("Upload", HttpMethods.Post, "JSON/upload"), Upload);
        routes.Map(Operations.Of("UploadDocument", HttpMethods.Post, "JSON/document"), UploadDocument);
    }

    private async Task<IResult> Upload(HttpRequest request)
    {
        MultipartUpload upload = await MultipartUpload.ReadAsync(request.HttpContext, files);
        RequestDraft draft = reader.ReadMultipart(upload.Json, upload.File, upload.FileName);
        return draft.RequestId == RequestDraftReader.StorageOnly
            ? answers.Stored(registration.Store(draft.File!))
            : answers.Created(registration.Register(draft));
    }

    private async Task<IResult> UploadDocument(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext, files.JsonLimit);
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems, exactNames: true);
        if (members.Member(FileName) is null)
        {
            problems.Add($"{FileName} is missing");
        }

        IncomingFile? file = members.Object(FileName) is { } content ? files.Read(content, members) : null;
        problems.ThrowIfAny();
        return answers.Stored(registration.Store(file!));
    }
}
