using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Account;

/// <summary>
/// <c>Orgtokeninfo.update</c>: sets the addresses that are there, and clears one that is empty or null. The sources disagree about the
/// HTTP method.
/// </summary>
internal sealed class OrganizationalTokenEndpoints(OrganizationalTokenInfo key) : IOperationGroup
{
    private static readonly string[] Names = [WebAddresses.CallbackName, WebAddresses.ReturnName, WebAddresses.WebhookName];

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

        key.Update(current => new WebAddresses(
            given.GetValueOrDefault(WebAddresses.CallbackName, current.Callback),
            given.GetValueOrDefault(WebAddresses.ReturnName, current.Return),
            given.GetValueOrDefault(WebAddresses.WebhookName, current.Webhook)));
        return Envelope.Ok("");
    }

    private static Uri? Read(JsonMembers root, string name)
        => root.Member(name) is { ValueKind: JsonValueKind.String } text && text.ValueEquals("") ? null : WebAddresses.Read(root, name);
}
