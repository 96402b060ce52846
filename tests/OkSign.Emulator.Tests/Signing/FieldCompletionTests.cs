using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class FieldCompletionTests
{
    private const string EmailRule = "BT_CUSTOMERS.oksign.isValidEmail<blur>()";

    public static TheoryData<string, string?, string> Refused => new()
    {
        { """{"inputtype": "Text", "required": true}""", null, "is required" },
        { """{"inputtype": "Text", "required": true}""", "  ", "is required" },
        { """{"inputtype": "Text"}""", "two\nlines", "one line" },
        { """{"inputtype": "Text", "readonly": true, "value": "fixed"}""", "other", "read-only" },
        { $$"""{"inputtype": "Text", "fnname": "{{EmailRule}}"}""", "anna", "e-mail address" },
        { $$"""{"inputtype": "Text", "fnname": "{{EmailRule}}"}""", "anna@example", "e-mail address" },
        { $$"""{"inputtype": "TextArea", "fnname": "{{EmailRule}}"}""", "a b@example.com", "e-mail address" },
        { """{"inputtype": "Text", "fnname": "BT_CUSTOMERS.oksign.isValidPhone<blur>()"}""", "no number", "phone number" },
        { """{"inputtype": "Text", "fnname": "BT_CUSTOMERS.oksign.isValidIBAN<blur>()"}""", "BE68539007547035", "IBAN" },
        { """{"inputtype": "Select", "selectoptions": ["Red", "Blue"]}""", "Green", "must be one of: Red, Blue" },
        { """{"inputtype": "Date"}""", "next week", "must be a date" },
        { """{"inputtype": "Date"}""", "2026-02-30", "must be a date" },
        { """{"inputtype": "Checkbox"}""", "maybe", "must be true or false" },
        { """{"inputtype": "CheckBox", "required": true}""", "false", "is required" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Sign_ValueThatBreaksARule_Throws(string field, string? value, string message)
    {
        await using TestService service = await TestService.StartAsync();

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => SignAsync(service, field, value));

        Assert.Contains("\"EXTRA\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"inputtype": "Text", "value": "before"}""", null, "before")]
    [InlineData("""{"inputtype": "Text", "value": "before"}""", "after", "after")]
    [InlineData("""{"inputtype": "Text", "readonly": true, "value": "fixed"}""", "fixed", "fixed")]
    [InlineData("""{"inputtype": "Text", "fnname": "BT_CUSTOMERS.oksign.isValidEmail<blur>()"}""", "anna@example.com", "anna@example.com")]
    [InlineData("""{"inputtype": "Text", "fnname": "BT_CUSTOMERS.oksign.isValidMoon<blur>()"}""", "anything", "anything")]
    [InlineData("""{"inputtype": "Select", "selectoptions": ["Red", "Blue"]}""", "Blue", "Blue")]
    [InlineData("""{"inputtype": "Date"}""", "31/03/2026", "31/03/2026")]
    [InlineData("""{"inputtype": "Checkbox", "checked": true}""", null, "true")]
    [InlineData("""{"inputtype": "Checkbox", "checked": true}""", "false", "false")]
    [InlineData("""{"inputtype": "Checkbox", "required": true}""", "on", "true")]
    public async Task Sign_GoodValue_IsInTheMetadata(string field, string? value, string expected)
    {
        await using TestService service = await TestService.StartAsync();

        string signed = await SignAsync(service, field, value);

        var fields = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetProperty("fields");
        Assert.Equal(expected, fields[1].GetProperty("metadata").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Sign_NoValue_LeavesTheMetadataOut()
    {
        await using TestService service = await TestService.StartAsync();

        string signed = await SignAsync(service, """{"inputtype": "Text"}""", null);

        var fields = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetProperty("fields");
        Assert.False(fields[1].TryGetProperty("metadata", out _));
    }

    [Fact]
    public async Task Sign_ValueForAFieldOfSomebodyElse_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaAndBertSign("pen");
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Text", "OF_BERT", Descriptors.Bert));
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), descriptor))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(link, new SigningScript { Values = new Dictionary<string, string> { ["OF_BERT"] = "x" } }));

        Assert.Equal("Anna Example has no field \"OF_BERT\" to fill in.", error.Message);
    }

    private static async Task<string> SignAsync(TestService service, string members, string? value)
    {
        JsonObject field = Descriptors.Field("Text", "EXTRA", Descriptors.Anna);
        foreach ((string name, JsonNode? member) in JsonNode.Parse(members)!.AsObject())
        {
            field[name] = member?.DeepClone();
        }

        Dictionary<string, string> values = value is null ? [] : new() { ["EXTRA"] = value };
        var script = new SigningScript { Values = values };
        return (await service.SignedByAnnaAsync(Descriptors.AnnaFillsIn(field), script)).Signed;
    }
}
