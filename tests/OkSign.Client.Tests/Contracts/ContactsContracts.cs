using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class ContactsContracts
{
    private const string AnnaJson =
        """{ "name": "Anna Example", "email": "anna@example.com", "mobile": "+32470000001", "actingas": "CEO", "group": "Customers" }""";

    private static readonly Contact Anna = new()
    {
        Name = "Anna Example",
        Email = "anna@example.com",
        Mobile = "+32470000001",
        ActingAs = "CEO",
        Group = "Customers",
    };

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Contacts.upload", "POST", "/v1/contacts/upload", async (client, token) => await client.Contacts.UploadAsync([Anna], token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = $"[ {AnnaJson} ]",
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", IsResult([], message: null)),
                Variant("a text", """{ "status": "OK", "reason": "1 contact was skipped" }""", IsResult([], "1 contact was skipped")),
                Variant("a number", """{ "status": "OK", "reason": 1 }""", IsResult([], "1")),
                Variant("the rejected contacts", """{ "status": "OK", "reason": [ { "name": "Anna", "email": "anna@", "error": "bad address" } ] }""", Wire.Is<ContactUploadResult>(result =>
                {
                    Contact rejected = Assert.Single(result.Rejected);
                    Assert.Equal(("Anna", "anna@"), (rejected.Name, rejected.Email));
                    Assert.Equal("bad address", rejected.AdditionalMembers["error"].GetString());
                    Assert.Null(result.Message);
                })),
                Variant("a list of texts", """{ "status": "OK", "reason": [ "anna@: bad address", "bert@: bad address" ] }""", IsResult([], "anna@: bad address; bert@: bad address")),
                Variant("contacts and a text", """{ "status": "OK", "reason": [ "skipped:", { "name": "Anna" } ] }""", IsResult(["Anna"], "skipped:")),
                Variant("an object", """{ "status": "OK", "reason": { "rejected": [ { "name": "Anna" } ], "message": "1 skipped", "accepted": 4 } }""", Wire.Is<ContactUploadResult>(result =>
                {
                    IsResult(["Anna"], "1 skipped")(result);
                    Assert.Equal(4, result.AdditionalMembers["accepted"].GetInt32());
                })),
                Variant("an object with nothing rejected", """{ "status": "OK", "reason": { "rejected": "", "accepted": 4 } }""", IsResult([], message: null)),
                .. new[] { "null", "[]", "{}" }.Select(form => Variant($"empty as {form}", $$"""{ "status": "OK", "reason": {{form}} }""", IsResult([], message: null))),
                Variant("empty as a missing reason", """{ "status": "OK" }""", IsResult([], message: null)),
                Failure<OkSignUnexpectedContentException>("a list of lists", """{ "status": "OK", "reason": [ [ "Anna" ] ] }"""),
            ],
        },
        new("Contacts.retrieve", "GET", "/v1/contacts/retrieve", async (client, token) => await client.Contacts.RetrieveAsync(token))
        {
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": [ {{AnnaJson}} ] }""", Wire.IsListOf<Contact>(contacts =>
                {
                    Contact contact = Assert.Single(contacts);
                    Assert.Equal(
                        ("Anna Example", "anna@example.com", "+32470000001", "CEO", "Customers"),
                        (contact.Name, contact.Email, contact.Mobile, contact.ActingAs, contact.Group));
                })),
                Variant("some members, and others", """{ "status": "OK", "reason": [ { "email": "anna@example.com", "mobile": "", "group": null, "company": "X" } ] }""", Wire.IsListOf<Contact>(contacts =>
                {
                    Assert.Equal((null, "anna@example.com", "", null), (contacts[0].Name, contacts[0].Email, contacts[0].Mobile, contacts[0].Group));
                    Assert.Equal("X", contacts[0].AdditionalMembers["company"].GetString());
                })),
                .. DocumentsContracts.EmptyForms<Contact>(),
            ],
        },
        new("Contacts.remove", "POST", "/v1/contacts/remove", async (client, token) =>
        {
            await client.Contacts.RemoveAsync([ContactKey.Of(Anna)], token);
            return null;
        })
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = """[ { "name": "Anna Example", "email": "anna@example.com" } ]""",
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
                .. DocumentsContracts.WithoutContent(),
                Failure<OkSignRejectedException>("no such contact", """{ "status": "FAILED", "reason": "Contact does not exist" }"""),
            ],
        },
    ];

    private static Action<object?> IsResult(string[] rejected, string? message) => Wire.Is<ContactUploadResult>(result =>
    {
        Assert.Equal(rejected, result.Rejected.Select(contact => contact.Name));
        Assert.Equal(message, result.Message);
    });
}
