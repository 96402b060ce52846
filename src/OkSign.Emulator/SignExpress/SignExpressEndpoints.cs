using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.SignExpress;

/// <summary><c>SignExpress.create</c>, <c>SignExpress.retrieve</c> and <c>SignExpress.remove</c>.</summary>
internal sealed class SignExpressEndpoints(BundleStore bundles, SignExpressReader reader, SigningLinks links, WireVariants variants) : IOperationGroup
{
    private const string DoesNotExist = "SignExpress session does not exist";

    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("SignExpress.create", HttpMethods.Post, "v1/signexpress/create"), Create);
        routes.Map(new Operation("SignExpress.retrieve", HttpMethods.Get, "v1/signexpress/retrieve"), Retrieve);
        routes.Map(new Operation("SignExpress.remove", HttpMethods.Delete, "v1/signexpress/remove"), Remove);
    }

    private async Task<IResult> Create(HttpRequest request)
    {
        JsonElement json = await JsonBody.ReadObjectAsync(request.HttpContext);
        SigningBundle session = bundles.Add(() => reader.Read(json));
        return SessionCreated.Answer(variants.SignExpressAnswer, links.For(session.Token), session.Token);
    }

    private IResult Retrieve(HttpRequest request)
    {
        SigningBundle session = bundles.Find(BundleKind.SignExpress, request.RequiredToken()) ?? throw new RefusedException(DoesNotExist);
        return Envelope.Ok(new TokenInfo(
            session.DocumentIds.Select(id => new BundledDocument(id)),
            session.LinkTokens.Keys.Single(),
            session.ValidDays,
            session.Addresses.Callback,
            session.Addresses.Return));
    }

    private IResult Remove(HttpRequest request)
        => bundles.Remove(BundleKind.SignExpress, request.RequiredToken()) ? Envelope.Ok("") : throw new RefusedException(DoesNotExist);

    private sealed record TokenInfo(
        [property: JsonPropertyName("documents")] IEnumerable<BundledDocument> Documents,
        [property: JsonPropertyName("signerid")] string SignerId,
        [property: JsonPropertyName("validity")] int? ValidDays,
        [property: JsonPropertyName(WebAddresses.CallbackName)] Uri? Callback,
        [property: JsonPropertyName(WebAddresses.ReturnName)] Uri? Return);
}
