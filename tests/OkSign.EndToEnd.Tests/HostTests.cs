using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests;

/// <summary>The client in a host, from configuration to an answer.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Client_ConfiguredBySection_TalksToTheService()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: token);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OkSign:Authorization"] = emulator.Authorization,
            ["OkSign:BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
        });
        builder.Services.AddOkSign(builder.Configuration.GetSection("OkSign"));
        using IHost host = builder.Build();
        await host.StartAsync(token);

        IReadOnlyList<AccountUser> users = await host.Services.GetRequiredService<OkSignClient>().Users.RetrieveAsync(token);

        Assert.NotEmpty(users);
        await host.StopAsync(token);
    }

    [Fact]
    public async Task KeyedClients_OfTwoAccounts_EachTalkForTheirOwn()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using OkSignEmulator first = await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { Credits = 1 }, token);
        await using OkSignEmulator second = await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { Credits = 2 }, token);
        var services = new ServiceCollection();
        services.AddKeyedOkSign("first", options => (options.Credentials, options.BaseAddress) = (OkSignCredentials.Parse(first.Authorization), first.BaseAddress));
        services.AddKeyedOkSign("second", options => (options.Credentials, options.BaseAddress) = (OkSignCredentials.Parse(second.Authorization), second.BaseAddress));
        await using ServiceProvider provider = services.BuildServiceProvider();

        CreditBalance firsts = await provider.GetRequiredKeyedService<OkSignClient>("first").Credits.RetrieveAsync(token);
        CreditBalance seconds = await provider.GetRequiredKeyedService<OkSignClient>("second").Credits.RetrieveAsync(token);

        Assert.Equal((1, 2), (firsts.Quantity, seconds.Quantity));
    }
}
