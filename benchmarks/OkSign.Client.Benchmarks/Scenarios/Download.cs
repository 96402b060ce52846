using BenchmarkDotNet.Attributes;

namespace OkSign.Client.Benchmarks;

public class Download : Scenario
{
    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    private protected override Task RunAsync(IContender contender) => contender.DownloadAsync(Megabytes * TransferFiles.Megabyte, Stream.Null);
}
