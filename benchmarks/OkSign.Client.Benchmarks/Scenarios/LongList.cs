namespace OkSign.Client.Benchmarks;

public class LongList : Scenario
{
    private protected override Task RunAsync(IContender contender) => contender.ListAsync();
}
