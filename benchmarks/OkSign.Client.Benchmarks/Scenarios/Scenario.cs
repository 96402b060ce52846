using BenchmarkDotNet.Attributes;

namespace OkSign.Client.Benchmarks;

/// <summary>The same work by both clients, beside each other.</summary>
public abstract class Scenario
{
    private IContender _library = null!;
    private IContender _handWritten = null!;

    [GlobalSetup]
    public virtual Task SetUpAsync()
    {
        Uri address = BenchmarkRun.ServerAddress;
        _library = Contender.Create(Contender.Library, address, keepsUploadPace: false);
        _handWritten = Contender.Create(Contender.HandWritten, address, keepsUploadPace: false);
        return Task.CompletedTask;
    }

    [GlobalCleanup]
    public virtual void CleanUp()
    {
        _library.Dispose();
        _handWritten.Dispose();
    }

    [Benchmark(Description = "hand-written", Baseline = true)]
    public Task HandWritten() => RunAsync(_handWritten);

    [Benchmark(Description = "OkSign.Client")]
    public Task Library() => RunAsync(_library);

    private protected abstract Task RunAsync(IContender contender);
}
