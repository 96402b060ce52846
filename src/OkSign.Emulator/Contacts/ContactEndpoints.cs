using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Contacts;

/// <summary>
/// <c>Contacts.upload</c>, <c>Contacts.retrieve</c> and <c>Contacts.remove</c>. The contacts of a request are an array, or that of an
/// object with <c>contacts</c>. The sources disagree about the HTTP method of <c>Contacts.remove</c>.
/// </summary>
internal sealed class ContactEndpoints(ContactBook book, EmptyAnswer empty, WireVariants variants) : IOperationGroup
{
    private const string Contacts = "contacts";

    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("Contacts.upload", HttpMethods.Post, "v1/contacts/upload"), Upload);
        routes.Map(new Operation("Contacts.retrieve", HttpMethods.Get, "v1/contacts/retrieve"), Retrieve);
        foreach (string method in new[] { HttpMethods.Post, HttpMethods.Delete })
        {
            routes.Map(new Operation("Contacts.remove", method, "v1/contacts/remove"), Remove);
        }
    }

    private async Task<IResult> Upload(HttpRequest request)
    {
        JsonElement body = await JsonBody.ReadAsync(request.HttpContext);
        var problems = new Problems();
        ILookup<bool, (Contact Contact, JsonElement Json)> uploaded = ReadContacts(body, problems)
            .Select(members => (Contact: Read(members), members.Json))
            .ToLookup(read => read.Contact.Problem is null);
        bool clear = ReadClear(body, problems);
        problems.ThrowIfAny();

        book.Upload(uploaded[true].Select(accepted => accepted.Contact), clear);
        return Envelope.Ok(Tell([.. uploaded[false]]));
    }

    private IResult Retrieve(HttpRequest request)
    {
        IReadOnlyList<Contact> contacts = book.All();
        return contacts.Count == 0 ? empty.Result : Envelope.Ok(contacts);
    }

    private async Task<IResult> Remove(HttpRequest request)
    {
        JsonElement body = await JsonBody.ReadAsync(request.HttpContext);
        var problems = new Problems();
        (string Name, string Email)[] named =
            [.. ReadContacts(body, problems).Select(members => (members.RequiredText("name") ?? "", members.RequiredText("email") ?? ""))];
        problems.ThrowIfAny();

        book.Remove(named);
        return Envelope.Ok("");
    }

    private static IReadOnlyList<JsonMembers> ReadContacts(JsonElement body, Problems problems)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Array:
                return JsonMembers.ObjectsOf(body.EnumerateArray(), Contacts, problems);
            case JsonValueKind.Object:
                var root = new JsonMembers(body, "", problems);
                if (root.Member(Contacts) is null)
                {
                    root.Problem($"{Contacts} is missing");
                }

                return root.Objects(Contacts) ?? [];
            default:
                throw new RefusedException($"The body must be an array of contacts, or an object with {Contacts}");
        }
    }

    // Which of the two names the service knows, if any, is not known.
    private static bool ReadClear(JsonElement body, Problems problems)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var root = new JsonMembers(body, "", problems);
        bool clear = root.Flag("clear") ?? false;
        bool replace = root.Flag("replace") ?? false;
        return clear || replace;
    }

    private static Contact Read(JsonMembers contact) => new(
        contact.Text("name") ?? "",
        contact.Text("email") ?? "",
        contact.Text("mobile") ?? "",
        contact.Text("actingas") ?? "",
        contact.Text("group") ?? "");

    private object Tell(IReadOnlyList<(Contact Contact, JsonElement Json)> rejected) => variants.RejectedContacts switch
    {
        _ when rejected.Count == 0 => "",
        RejectedContacts.Untold => "",
        RejectedContacts.Text => string.Join("; ", rejected.Select(skipped =>
            $"Contact \"{skipped.Contact.Name}\" <{skipped.Contact.Email}> was skipped: {skipped.Contact.Problem}")),
        _ => rejected.Select(skipped => skipped.Json).ToArray(),
    };
}
