namespace OkSign.Client.Benchmarks;

public class SmallRead : Scenario
{
    private protected override Task RunAsync(IContender contender) => contender.ReadSmallAsync();
}
