using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.FormDescriptors;

/// <summary><c>FormDesc.upload</c> and <c>FormDesc.retrieve</c>.</summary>
internal sealed class FormDescriptorEndpoints(
    DocumentStore documents, IReadOnlyList<EmulatedUser> users, SigningLinks links, Clock clock) : IOperationGroup
{
    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("FormDesc.upload", HttpMethods.Post, "v1/formdesc/upload"), Upload);
        routes.Map(new Operation("FormDesc.retrieve", HttpMethods.Get, "v1/formdesc/retrieve"), Retrieve);
    }

    private async Task<IResult> Upload(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        StoredDocument document = documents.RequestedSource(request);
        FormDescriptor descriptor = FormDescriptorReader.Read(json, document, users);
        StoredDocument described = documents.Update(document.Id, current => Describe(current, descriptor, clock.Now))
            ?? throw new RefusedException(DocumentLookup.DoesNotExist);
        return Envelope.Ok(descriptor.Signers.Select(signer => new SignerLink(signer.Name, signer.Id, links.For(described, signer.Id))));
    }

    private IResult Retrieve(HttpRequest request)
    {
        StoredDocument document = documents.Requested(request).Document;
        return document.Descriptor is { } descriptor
            ? Envelope.Ok(DescriptorWithLinks.Write(descriptor, signerId => links.For(document, signerId)))
            : throw new RefusedException("The document has no form descriptor");
    }

    private static StoredDocument Describe(StoredDocument document, FormDescriptor descriptor, DateTimeOffset now)
        => document.IsSigned
            ? throw new RefusedException("The document is signed already: its form descriptor cannot be replaced")
            : document with
            {
                Descriptor = descriptor,
                FileName = descriptor.FileName ?? document.FileName,
                SigningTokens = descriptor.Signers.ToImmutableDictionary(
                    signer => signer.Id,
                    signer => document.SigningTokens.GetValueOrDefault(signer.Id) ?? SigningLinks.NewToken()),
                Events = document.Events.Add(
                    new AuditEvent(now, $"Form descriptor uploaded: {descriptor.Fields.Count} fields, {descriptor.Signers.Count} signers")),
            };

    private sealed record SignerLink(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("url")] Uri Url);
}
