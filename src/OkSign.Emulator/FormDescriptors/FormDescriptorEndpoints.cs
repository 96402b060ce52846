using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.FormDescriptors;

/// <summary><c>FormDesc.upload</c> and <c>FormDesc.retrieve</c>.</summary>
internal sealed class FormDescriptorEndpoints(DocumentStore documents, DescriptorReplacement descriptors, SigningLinks links) : IOperationGroup
{
    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("FormDesc.upload", HttpMethods.Post, "v1/formdesc/upload"), Upload);
        routes.Map(new Operation("FormDesc.retrieve", HttpMethods.Get, "v1/formdesc/retrieve"), Retrieve);
    }

    private async Task<IResult> Upload(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        StoredDocument described = descriptors.Replace(documents.RequestedSource(request), json);
        return Envelope.Ok(described.Descriptor!.Signers.Select(signer => new SignerLink(signer.Name, signer.Id, links.For(described, signer.Id))));
    }

    private IResult Retrieve(HttpRequest request)
    {
        StoredDocument document = documents.Requested(request).Document;
        return document.Descriptor is { } descriptor
            ? Envelope.Ok(DescriptorWithLinks.Write(descriptor, signerId => links.For(document, signerId)))
            : throw new RefusedException(DocumentLookup.NoDescriptor);
    }
}
