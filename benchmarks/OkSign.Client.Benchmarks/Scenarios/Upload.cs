using BenchmarkDotNet.Attributes;

namespace OkSign.Client.Benchmarks;

public sealed class Upload : Scenario, IDisposable
{
    private readonly TransferFiles _files = new();
    private string _path = "";

    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    public override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        _path = await _files.CreateAsync(Megabytes);
    }

    public override void CleanUp()
    {
        base.CleanUp();
        Dispose();
    }

    public void Dispose() => _files.Dispose();

    private protected override Task RunAsync(IContender contender) => contender.UploadAsync(_path);
}
