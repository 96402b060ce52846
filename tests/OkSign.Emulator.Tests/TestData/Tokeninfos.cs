using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Briefcases and sessions; tests change what they are about.</summary>
internal static class Tokeninfos
{
    public static JsonObject Briefcase(params string[] docids) => new() { ["documents"] = Documents(docids) };

    public static JsonObject SignExpress(string signerId, params string[] docids) => new()
    {
        ["documents"] = Documents(docids),
        ["signerid"] = signerId,
    };

    public static JsonArray Documents(params string[] docids)
        => new([.. docids.Select(docid => (JsonNode)new JsonObject { ["docid"] = docid })]);

    public static JsonObject With(this JsonObject tokeninfo, string name, JsonNode? value)
    {
        tokeninfo[name] = value;
        return tokeninfo;
    }

    public static Task<Answer> TryCreateBriefcaseAsync(this TestService service, JsonObject briefcase)
        => service.PostAsync("v1/briefcase/create", briefcase);

    /// <summary>Creates a briefcase and gives its token and the signing links by signer id.</summary>
    public static async Task<(string Token, Dictionary<string, Uri> Links)> CreateBriefcaseAsync(this TestService service, JsonObject briefcase)
    {
        JsonElement created = (await service.TryCreateBriefcaseAsync(briefcase)).Ok;
        return (created.GetProperty("docid").GetString()!, LinksOf(created));
    }

    public static Dictionary<string, Uri> LinksOf(JsonElement briefcase)
        => briefcase.GetProperty("signersinfo").EnumerateArray()
            .ToDictionary(signer => signer.GetProperty("id").GetString()!, signer => new Uri(signer.GetProperty("url").GetString()!));

    public static Task<Answer> TryCreateSignExpressAsync(this TestService service, JsonObject session)
        => service.PostAsync("v1/signexpress/create", session);

    public static async Task<Uri> CreateSignExpressAsync(this TestService service, JsonObject session)
        => new((await service.TryCreateSignExpressAsync(session)).Ok.GetString()!);

    /// <summary>Uploads and describes as many documents as there are descriptors.</summary>
    public static async Task<string[]> DescribedAllAsync(this TestService service, params JsonObject[] descriptors)
    {
        var docids = new List<string>();
        foreach (JsonObject descriptor in descriptors)
        {
            docids.Add(await service.UploadAsync());
            await service.DescribeAsync(docids[^1], descriptor);
        }

        return [.. docids];
    }

    public static async Task<bool> IsSignedAsync(this TestService service, string source)
        => (await service.GetAsync("v1/linkedlist/retrieve", source)).Ok.TryGetProperty("signed_docid", out _);

    /// <summary>The rows of <c>Documents.active</c> by their docid.</summary>
    public static async Task<Dictionary<string, JsonElement>> ActiveAsync(this TestService service)
        => (await service.GetAsync("v1/documents/active")).Ok.EnumerateArray().ToDictionary(row => row.GetProperty("docid").GetString()!);

    public static string TokenOf(Uri link) => link.Segments[^1];
}
