using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace OkSign.Client.Benchmarks;

/// <summary>All scenarios by BenchmarkDotNet, against one server.</summary>
internal static class BenchmarkRun
{
    // BenchmarkDotNet runs every benchmark in a process of its own, which inherits the environment.
    private const string Variable = "OKSIGN_BENCHMARKS_SERVER";

    public static Uri ServerAddress => new(Environment.GetEnvironmentVariable(Variable)!);

    public static async Task RunAsync(string[] filters)
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        Environment.SetEnvironmentVariable(Variable, server.Address.AbsoluteUri);
        IConfig config = DefaultConfig.Instance
            .AddJob(Job.Default.WithWarmupCount(3).WithIterationCount(10))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOptions(ConfigOptions.JoinSummary);
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkRun).Assembly).Run(filters.Length > 0 ? filters : ["--filter", "*"], config);
    }
}
