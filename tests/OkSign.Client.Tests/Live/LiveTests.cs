using System.Text.Json;

namespace OkSign.Client.Tests.Live;

/// <summary>The looks at the real service. They skip without a key; docs/wire-evidence.md tells how to run them.</summary>
public sealed class LiveTests(ITestOutputHelper output)
{
    public static TheoryData<string> Checks() => [.. LiveChecks.All.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Answer_OfTheService_IsRead(string name)
    {
        LiveCheck check = LiveChecks.All.Single(check => check.Name == name);
        var account = LiveAccount.FromEnvironment();
        Assert.SkipWhen(account is null, LiveAccount.NoKey);
        Assert.SkipWhen(account.Lacks(check.Need) is not null, account.Lacks(check.Need) ?? "");

        using var service = new LiveService(account, output.WriteLine);
        try
        {
            await check.RunAsync(service);
        }
        catch (OkSignRateLimitException)
        {
            Assert.Skip("The service answers HTTP 429: run it again in three minutes.");
        }
        catch (OkSignException exception)
        {
            // Its message may quote the answer, and what is printed here is meant to be passed on.
            Assert.Fail($"{exception.GetType().Name} {(exception.InnerException as JsonException)?.Path}");
        }
    }
}
