using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Briefcases;

/// <summary><c>Briefcase.create</c>, <c>Briefcase.retrieve</c> and <c>Briefcase.remove</c>.</summary>
internal sealed class BriefcaseEndpoints(
    BundleStore bundles,
    BriefcaseReader reader,
    DocumentStore documents,
    SigningLinks links,
    Outbox outbox,
    WireVariants variants) : IOperationGroup
{
    private const string DoesNotExist = "Briefcase does not exist";

    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("Briefcase.create", HttpMethods.Post, "v1/briefcase/create"), Create);
        routes.Map(new Operation("Briefcase.retrieve", HttpMethods.Get, "v1/briefcase/retrieve"), Retrieve);
        routes.Map(new Operation("Briefcase.remove", HttpMethods.Delete, "v1/briefcase/remove"), Remove);
    }

    private async Task<IResult> Create(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        SigningBundle briefcase = bundles.Add(() => reader.Read(json));
        return variants.BriefcaseAnswer switch
        {
            BriefcaseAnswer.Token => Envelope.Ok(briefcase.Token),
            _ => Envelope.Ok(new Created(briefcase.Token, LinksOf(briefcase))),
        };
    }

    private IResult Retrieve(HttpRequest request)
    {
        SigningBundle briefcase = bundles.Find(BundleKind.Briefcase, request.RequiredToken()) ?? throw new RefusedException(DoesNotExist);
        return Envelope.Ok(new TokenInfo(
            briefcase.PackageName,
            briefcase.DocumentIds.Select(id => new BundledDocument(id)),
            briefcase.Addresses.Callback,
            briefcase.Addresses.Return,
            briefcase.Addresses.Webhook,
            LinksOf(briefcase)));
    }

    private IResult Remove(HttpRequest request)
    {
        string token = request.RequiredToken();
        if (bundles.Find(BundleKind.Briefcase, token) is { } briefcase)
        {
            outbox.SendDue(briefcase);
        }

        return bundles.Remove(BundleKind.Briefcase, token) ? Envelope.Ok("") : throw new RefusedException(DoesNotExist);
    }

    private IEnumerable<SignerLink> LinksOf(SigningBundle briefcase)
        => (documents.Find(briefcase.DocumentIds[0])?.Document.Descriptor?.Signers ?? [])
            .Where(signer => briefcase.LinkTokens.ContainsKey(signer.Id))
            .Select(signer => new SignerLink(signer.Name, signer.Id, links.For(briefcase.LinkTokens[signer.Id])));

    private sealed record Created(
        [property: JsonPropertyName("docid")] string Token,
        [property: JsonPropertyName("signersinfo")] IEnumerable<SignerLink> Signers);

    private sealed record TokenInfo(
        [property: JsonPropertyName("packagename")] string? PackageName,
        [property: JsonPropertyName("documents")] IEnumerable<BundledDocument> Documents,
        [property: JsonPropertyName(WebAddresses.CallbackName)] Uri? Callback,
        [property: JsonPropertyName(WebAddresses.ReturnName)] Uri? Return,
        [property: JsonPropertyName(WebAddresses.WebhookName)] Uri? Webhook,
        [property: JsonPropertyName("signersinfo")] IEnumerable<SignerLink> Signers);
}
