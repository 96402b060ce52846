using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Account;

public class UsersTests
{
    [Fact]
    public async Task Retrieve_Defaults_AreAnOwnerAndAColleague()
    {
        await using TestService service = await TestService.StartAsync();

        JsonElement[] users = [.. (await service.GetAsync("v1/users/retrieve")).Ok.EnumerateArray()];

        Assert.Equal(["owner@example.com", "colleague@example.com"], users.Select(user => user.GetProperty("email").GetString()));
        Assert.Equal(
            ["actingas", "email", "language", "mobile", "name", "role", "signerid", "status", "ts"],
            users[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.All(users.SelectMany(user => user.EnumerateObject()), member => Assert.Equal(JsonValueKind.String, member.Value.ValueKind));
    }

    [Fact]
    public async Task Retrieve_NoUsers_IsEmpty()
    {
        await using TestService service = await TestService.StartAsync(options => options.Users = []);

        Assert.Equal("", (await service.GetAsync("v1/users/retrieve")).Ok.GetString());
    }

    [Fact]
    public async Task Users_ChangedAfterStart_HaveNoEffect()
    {
        List<EmulatedUser> users = [new() { Name = "Only", Email = "only@example.com", SignerId = "bt_only" }];
        await using TestService service = await TestService.StartAsync(options => options.Users = users);
        users.Clear();

        Assert.Equal(1, (await service.GetAsync("v1/users/retrieve")).Ok.GetArrayLength());
    }
}
