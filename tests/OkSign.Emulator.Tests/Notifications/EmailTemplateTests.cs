using System.Net;
using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Notifications;

public class EmailTemplateTests
{
    private const string OneWord = "v1/emailtemplates/retrieve";
    private const string Hyphenated = "v1/email-templates/retrieve";

    [Theory]
    [InlineData(OneWord)]
    [InlineData(Hyphenated)]
    public async Task Retrieve_Default_IsOneTemplateUnderBothPaths(string path)
    {
        await using TestService service = await TestService.StartAsync();

        JsonElement template = Assert.Single((await service.GetAsync(path)).Ok.EnumerateArray());

        Assert.Equal(
            ["body", "id", "name", "reminder_days", "repeat", "subject"],
            template.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Default", template.GetProperty("name").GetString());
        Assert.Equal(3, template.GetProperty("reminder_days").GetInt32());
        Assert.Equal(2, template.GetProperty("repeat").GetInt32());
    }

    [Theory]
    [InlineData(EmailTemplatePaths.OneWord, OneWord, Hyphenated)]
    [InlineData(EmailTemplatePaths.Hyphenated, Hyphenated, OneWord)]
    public async Task Retrieve_OnePathAskedFor_TheOtherIs404(EmailTemplatePaths paths, string there, string missing)
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.EmailTemplatePaths = paths);

        Assert.Equal("OK", (await service.GetAsync(there)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(missing)).StatusCode);
    }

    [Theory]
    [InlineData(EmptyReason.EmptyString, JsonValueKind.String)]
    [InlineData(EmptyReason.EmptyArray, JsonValueKind.Array)]
    public async Task Retrieve_NoTemplates_IsEmpty(EmptyReason form, JsonValueKind kind)
    {
        await using TestService service = await TestService.StartAsync(options =>
        {
            options.EmailTemplates = [];
            options.WireVariants.EmptyReason = form;
        });

        Assert.Equal(kind, (await service.GetAsync(OneWord)).Ok.ValueKind);
    }

    [Fact]
    public async Task Templates_ChangedAfterStart_HaveNoEffect()
    {
        List<EmulatedEmailTemplate> templates = [new() { Id = "7", Name = "Only", Subject = "Sign" }];
        await using TestService service = await TestService.StartAsync(options => options.EmailTemplates = templates);
        templates.Clear();

        Assert.Equal("7", (await service.GetAsync(OneWord)).Ok[0].GetProperty("id").GetString());
    }
}
