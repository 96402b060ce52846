using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Account;

public class OrganizationalTokenTests
{
    [Theory]
    [InlineData("POST", "callbackURL")]
    [InlineData("PUT", "callbackURL")]
    [InlineData("POST", "callbackurl")]
    public async Task Update_CallbackUrl_IsCalledFromThenOn(string method, string name)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync();

        Answer answer = await UpdateAsync(service, new JsonObject { [name] = receiver.At("/here").AbsoluteUri }, method);
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", answer.Ok.GetString());
        Assert.StartsWith("/here?", Assert.Single(receiver.Calls).PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Update_EmptyOrNull_Clears(string? value)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        Answer answer = await UpdateAsync(service, new JsonObject { ["callbackURL"] = value });
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal("OK", answer.Status);
        Assert.Empty(receiver.Calls);
        Assert.Empty(service.Emulator.Callbacks);
    }

    [Fact]
    public async Task Update_OneOfThem_LeavesTheOthers()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        await UpdateAsync(service, new JsonObject { ["returnURL"] = "https://app.example.com/done", ["webhookURL"] = null });
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task Update_SeveralProblems_AreAllToldAndNothingChanges()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.Address);

        Answer answer = await UpdateAsync(
            service, new JsonObject { ["callbackURL"] = "", ["returnURL"] = "/done", ["webhookURL"] = "ftp://example.com" });
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);

        Assert.Equal("returnURL is not a valid URL\nwebhookURL is not a valid URL", answer.Problems);
        Assert.Single(receiver.Calls);
    }

    [Theory]
    [InlineData("{}", "At least one of callbackURL, returnURL, webhookURL is needed")]
    [InlineData("{\"callback\":\"https://example.com\"}", "At least one of callbackURL, returnURL, webhookURL is needed")]
    [InlineData("{\"callbackURL\":\"example.com\"}", "callbackURL is not a valid URL")]
    [InlineData("{\"callbackURL\":\"javascript:alert(1)\"}", "callbackURL is not a valid URL")]
    [InlineData("{\"callbackURL\":\"http://\"}", "callbackURL is not a valid URL")]
    [InlineData("{\"callbackURL\":1}", "callbackURL must be a string")]
    public async Task Update_OneProblem_IsAnArrayToo(string body, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.PostJsonAsync("v1/orgtokeninfo/update", "", body);

        Assert.Equal(JsonValueKind.Array, answer.Reason.ValueKind);
        Assert.Equal(problem, answer.Problems);
    }

    [Fact]
    public async Task Options_AddressThatCannotBeCalled_IsRefused()
    {
        foreach (Action<OkSignEmulatorOptions> wrong in new Action<OkSignEmulatorOptions>[]
        {
            options => options.CallbackUrl = new Uri("/relative", UriKind.Relative),
            options => options.ReturnUrl = new Uri("ftp://example.com"),
            options => options.WebhookUrl = new Uri("file:///etc/passwd"),
            options => options.CallbackTimeout = TimeSpan.Zero,
            options => options.CallbackTimeout = TimeSpan.MaxValue,
            options => options.MaxAttachmentSize = 0,
        })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TestService.StartAsync(wrong));
        }
    }

    private static Task<Answer> UpdateAsync(TestService service, JsonNode body, string method = "POST")
        => service.SendJsonAsync(new HttpMethod(method), "v1/orgtokeninfo/update", body);
}
