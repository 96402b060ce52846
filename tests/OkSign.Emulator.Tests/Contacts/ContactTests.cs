using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Contacts;

public class ContactTests
{
    [Fact]
    public async Task Retrieve_NothingUploaded_IsEmpty()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal("", (await service.GetAsync("v1/contacts/retrieve")).Ok.GetString());
    }

    [Fact]
    public async Task Retrieve_EmptyArrayAskedFor_IsAnEmptyArray()
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.EmptyReason = EmptyReason.EmptyArray);

        Assert.Equal(0, (await service.GetAsync("v1/contacts/retrieve")).Ok.GetArrayLength());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_ArrayOrObject_IsKeptWithAllMembers(bool bare)
    {
        await using TestService service = await TestService.StartAsync();
        var contacts = new JsonArray(Contact("Anna", "anna@example.com", "+32470000001", "CEO", "Customers"), Contact("Bert", "bert@example.com"));

        Answer answer = await UploadAsync(service, bare ? contacts : new JsonObject { ["contacts"] = contacts });

        Assert.Equal("", answer.Ok.GetString());
        Assert.Equal(
            """
            [{"name":"Anna","email":"anna@example.com","mobile":"+32470000001","actingas":"CEO","group":"Customers"},{"name":"Bert","email":"bert@example.com","mobile":"","actingas":"","group":""}]
            """,
            (await service.GetAsync("v1/contacts/retrieve")).Ok.GetRawText());
    }

    [Fact]
    public async Task Upload_SameEmailAndName_ReplacesTheOtherMembers()
    {
        await using TestService service = await TestService.StartAsync();
        await UploadAsync(service, new JsonArray(Contact("Anna", "anna@example.com", "+32470000001", "CEO"), Contact("Bert", "bert@example.com")));

        await UploadAsync(service, new JsonArray(Contact("Anna", "Anna@Example.com", actingAs: "CFO")));

        JsonElement[] contacts = await AllAsync(service);
        Assert.Equal(["Anna", "Bert"], contacts.Select(contact => contact.GetProperty("name").GetString()));
        Assert.Equal("CFO", contacts[0].GetProperty("actingas").GetString());
        Assert.Equal("", contacts[0].GetProperty("mobile").GetString());
    }

    [Fact]
    public async Task Upload_SameEmailOtherName_IsAnotherContact()
    {
        await using TestService service = await TestService.StartAsync();
        await UploadAsync(service, new JsonArray(Contact("Anna", "office@example.com"), Contact("Bert", "office@example.com")));
        await UploadAsync(service, new JsonArray(Contact("anna", "office@example.com")));

        Assert.Equal(3, (await AllAsync(service)).Length);
    }

    [Theory]
    [InlineData("clear", true, 1)]
    [InlineData("replace", true, 1)]
    [InlineData("Replace", true, 1)]
    [InlineData("clear", false, 2)]
    [InlineData("other", true, 2)]
    public async Task Upload_Flag_EmptiesTheListFirst(string flag, bool value, int left)
    {
        await using TestService service = await TestService.StartAsync();
        await UploadAsync(service, new JsonArray(Contact("Anna", "anna@example.com")));

        await UploadAsync(service, new JsonObject { ["contacts"] = new JsonArray(Contact("Bert", "bert@example.com")), [flag] = value });

        Assert.Equal(left, (await AllAsync(service)).Length);
    }

    [Theory]
    [InlineData("", "anna@example.com", "", "the name is missing")]
    [InlineData(" ", "anna@example.com", "", "the name is missing")]
    [InlineData("Anna", "", "", "the e-mail address is not valid")]
    [InlineData("Anna", "anna", "", "the e-mail address is not valid")]
    [InlineData("Anna", "anna@localhost", "", "the e-mail address is not valid")]
    [InlineData("Anna", "anna @example.com", "", "the e-mail address is not valid")]
    [InlineData("Anna", "anna@example.com", "0470000001", "the mobile number is not valid")]
    [InlineData("Anna", "anna@example.com", "+32 470", "the mobile number is not valid")]
    [InlineData("Anna", "anna@example.com", "+1234567", "the mobile number is not valid")]
    [InlineData("Anna", "anna@example.com", "+1234567890123456", "the mobile number is not valid")]
    public async Task Upload_BadContact_IsSkippedAndTold(string name, string email, string mobile, string problem)
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.RejectedContacts = RejectedContacts.Text);

        Answer answer = await UploadAsync(service, new JsonArray(Contact(name, email, mobile), Contact("Bert", "bert@example.com")));

        Assert.Equal($"Contact \"{name}\" <{email}> was skipped: {problem}", answer.Ok.GetString());
        Assert.Equal("Bert", Assert.Single(await AllAsync(service)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Upload_BadContacts_AreAnArrayByDefault_AsTheyWereSent()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject bad = Contact("Anna", "nowhere");
        bad["extra"] = 1;

        JsonElement reason = (await UploadAsync(service, new JsonArray(bad, Contact("Bert", "bert@example.com")))).Ok;

        Assert.Equal($"[{bad.ToJsonString()}]", reason.GetRawText());
    }

    [Fact]
    public async Task Upload_BadContacts_AreUntoldWhenAskedFor()
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.RejectedContacts = RejectedContacts.Untold);

        Assert.Equal("", (await UploadAsync(service, new JsonArray(Contact("Anna", "nowhere")))).Ok.GetString());
    }

    [Theory]
    [InlineData("upload", "{}", "contacts is missing")]
    [InlineData("upload", "42", "must be an array of contacts")]
    [InlineData("upload", "{\"contacts\": {}}", "contacts must be an array")]
    [InlineData("upload", "[1]", "contacts[0] must be an object")]
    [InlineData("upload", "{\"contacts\": [1]}", "contacts[0] must be an object")]
    [InlineData("upload", "[{\"name\": 1}]", "contacts[0].name must be a string")]
    [InlineData("upload", "{\"contacts\": [], \"clear\": 1}", "clear must be true or false")]
    [InlineData("upload", "{\"contacts\": [], \"clear\": true, \"replace\": \"x\"}", "replace must be true or false")]
    [InlineData("remove", "{}", "contacts is missing")]
    [InlineData("remove", "[{\"email\": \"anna@example.com\"}]", "contacts[0].name is missing")]
    [InlineData("remove", "[{\"name\": \"Anna\"}]", "contacts[0].email is missing")]
    public async Task MalformedRequest_IsRefusedAndNothingChanges(string operation, string body, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        await UploadAsync(service, new JsonArray(Contact("Anna", "anna@example.com")));

        Answer answer = await service.PostJsonAsync($"v1/contacts/{operation}", "", body);

        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
        Assert.Single(await AllAsync(service));
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", true)]
    [InlineData("DELETE", false)]
    public async Task Remove_ByEmailAndName_RemovesThem(string method, bool bare)
    {
        await using TestService service = await TestService.StartAsync();
        await UploadAsync(service, new JsonArray(
            Contact("Anna", "anna@example.com"), Contact("Bert", "bert@example.com"), Contact("Carl", "anna@example.com")));
        var named = new JsonArray(Contact("Anna", "ANNA@example.com"), Contact("Bert", "other@example.com"));

        Answer answer = await service.SendJsonAsync(
            new HttpMethod(method), "v1/contacts/remove", bare ? named : new JsonObject { ["contacts"] = named });

        Assert.Equal("", answer.Ok.GetString());
        Assert.Equal(["Bert", "Carl"], (await AllAsync(service)).Select(contact => contact.GetProperty("name").GetString()));
    }

    private static Task<Answer> UploadAsync(TestService service, JsonNode body)
        => service.SendJsonAsync(HttpMethod.Post, "v1/contacts/upload", body);

    private static async Task<JsonElement[]> AllAsync(TestService service)
        => [.. (await service.GetAsync("v1/contacts/retrieve")).Ok.EnumerateArray()];

    private static JsonObject Contact(string name, string email, string mobile = "", string actingAs = "", string group = "") => new()
    {
        ["name"] = name,
        ["email"] = email,
        ["mobile"] = mobile,
        ["actingas"] = actingAs,
        ["group"] = group,
    };
}
