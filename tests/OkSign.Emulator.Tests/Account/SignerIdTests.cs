using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Account;

public class SignerIdTests
{
    [Fact]
    public async Task Calculate_SamePerson_HasTheSameId_AndOthersHaveNot()
    {
        await using TestService service = await TestService.StartAsync();
        await using TestService another = await TestService.StartAsync();

        string anna = await CalculateAsync(service, "Anna Example", "anna@example.com");

        Assert.Matches("^bt_00000000-0000-0000-0000-0000000-[0-9A-F]{12}$", anna);
        Assert.Equal(anna, await CalculateAsync(another, "Anna Example", "Anna@Example.COM"));
        Assert.NotEqual(anna, await CalculateAsync(service, "Bert Example", "anna@example.com"));
        Assert.NotEqual(anna, await CalculateAsync(service, "Anna Example", "anna@example.org"));
    }

    [Theory]
    [InlineData("{}", "name is missing\nemail is missing")]
    [InlineData("{\"name\":\"\",\"email\":\"a@example.com\"}", "name is empty")]
    [InlineData("{\"name\":\"Anna\"}", "email is missing")]
    [InlineData("{\"name\":\"Anna\",\"email\":1}", "email must be a string")]
    [InlineData("[]", "The body must be a JSON object")]
    public async Task Calculate_NameOrEmailMissing_IsRefused(string body, string problems)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal(problems, (await service.PostJsonAsync("v1/signerid/calculate", "", body)).Problems);
    }

    private static async Task<string> CalculateAsync(TestService service, string name, string email)
        => (await service.SendJsonAsync(HttpMethod.Post, "v1/signerid/calculate", new JsonObject { ["name"] = name, ["email"] = email }))
            .Ok.GetString()!;
}
