using System.Text.Json;
using System.Threading.RateLimiting;
using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/raw-and-wire.md.</summary>
internal static class RawAndWireSnippets
{
    public static async Task<int> ReadAsync(OkSignClient oksign)
    {
        JsonElement credits = await oksign.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/v1/credits/retrieve"));
        int quantity = credits.GetProperty("quantity").GetInt32();

        return quantity;
    }

    public static async Task SendAsync(OkSignClient oksign, SourceDocumentId document, Stream archive)
    {
        using RawResponse answer = await oksign.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/{resource}/retrieve")
        {
            PathParameters = new Dictionary<string, string> { ["resource"] = "document" },
            Query = [new("reason", "archive & forget")],
            Headers = new Dictionary<string, string> { ["x-oksign-docid"] = document.Value, ["accept"] = "application/pdf" },
        });
        Console.WriteLine($"{answer.StatusCode}, {string.Join(", ", answer.Headers["content-type"])}");
        await answer.Content.CopyToAsync(archive);
    }

    public static async Task WriteAsync(OkSignClient oksign)
    {
        await oksign.Raw.ReadAsync(new RawRequest(HttpMethod.Post, "/v1/contacts/upload")
        {
            Body = RawBody.Json("""[ { "name": "Anna Example", "email": "anna@example.com" } ]"""),
            IsRepeatable = true,
        });
    }

    public static async Task<string> UploadAsync(OkSignClient oksign, OkSignFile file)
    {
        JsonElement id = await oksign.Raw.ReadAsync(new RawRequest(HttpMethod.Post, "/v1/document/upload")
        {
            Headers = new Dictionary<string, string> { ["x-oksign-filename"] = "contract.pdf" },
            Body = RawBody.File(file),
        });
        return id.GetString()!;
    }

    public static void Wire(OkSignClientOptions options)
    {
        options.Wire.Operations["Contacts.remove"].Method = "DELETE";
        options.Wire.Operations["EmailTemplates.retrieve"].Path = "/v1/email-templates/retrieve";
        options.Wire.Operations["EmailTemplates.retrieve"].AnswerMembers["html"] = "body";
        options.Wire.Operations["SignExpress.remove"].Headers["x-oksign-docid"] = "x-oksign-token";
        options.Wire.Operations["Users.retrieve"] = new WireForm { Path = "/v1/users/retrieve" };
    }

    public static void Limit(OkSignClientOptions options, RateLimiter sharedByAllClients)
    {
        options.UseRateLimiter("Document.upload", sharedByAllClients);
    }

    public static void DoNotLimit(OkSignClientOptions options)
    {
        options.UseRateLimiter("Document.upload", null);
    }
}
