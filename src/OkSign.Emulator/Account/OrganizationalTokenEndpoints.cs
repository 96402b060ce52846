using Microsoft.AspNetCore.Http;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Account;

/// <summary>
/// <c>Orgtokeninfo.update</c>: sets the addresses that are there, and clears one that is empty or null. The sources disagree about the
/// HTTP method.
/// </summary>
internal sealed class OrganizationalTokenEndpoints(OrganizationalTokenInfo key) : IOperationGroup
{
    private const string CallbackUrl = "callbackURL";
    private const string ReturnUrl = "returnURL";
    private const string WebhookUrl = "webhookURL";

    private static readonly string[] Names = [CallbackUrl, ReturnUrl, WebhookUrl];

    public void Map(OperationRoutes routes)
    {
        foreach (string method in new[] { HttpMethods.Post, HttpMethods.Put })
        {
            routes.Map(new Operation("Orgtokeninfo.update", method, "v1/orgtokeninfo/update"), Update);
        }
    }

    private async Task<IResult> Update(HttpRequest request)
    {
        var problems = new Problems();
        var root = new JsonMembers(await JsonBody.ReadObjectAsync(request.HttpContext), "", problems);
        Dictionary<string, Uri?> given = Names.Where(root.Has).ToDictionary(name => name, name => Read(root, name));
        if (given.Count == 0)
        {
            root.Problem($"At least one of {string.Join(", ", Names)} is needed");
        }

        if (problems.Any)
        {
            return Envelope.FailedList(problems.Texts);
        }

        key.Update(current => new OrganizationalTokenInfo.Addresses(
            given.GetValueOrDefault(CallbackUrl, current.CallbackUrl),
            given.GetValueOrDefault(ReturnUrl, current.ReturnUrl),
            given.GetValueOrDefault(WebhookUrl, current.WebhookUrl)));
        return Envelope.Ok("");
    }

    private static Uri? Read(JsonMembers root, string name)
    {
        if (root.Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (WebAddress.TryParse(text, out Uri? address))
        {
            return address;
        }

        root.Problem($"{name} is not a valid URL");
        return null;
    }
}
