using BenchmarkDotNet.Attributes;

namespace OkSign.Client.Benchmarks;

/// <summary>A signature request with its document as base64 in JSON, by three clients.</summary>
public sealed class Base64Upload : IDisposable
{
    private readonly TransferFiles _files = new();
    private IOkDokumentContender _library = null!;
    private IOkDokumentContender _handWritten = null!;
    private IOkDokumentContender _naive = null!;
    private string _path = "";

    [Params(1, 10, 100)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        Uri address = BenchmarkRun.ServerAddress;
        _library = OkDokumentContender.Create(Contender.Library, address);
        _handWritten = OkDokumentContender.Create(Contender.HandWritten, address);
        _naive = OkDokumentContender.Create(OkDokumentContender.Naive, address);
        _path = await _files.CreateAsync(Megabytes);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _library.Dispose();
        _handWritten.Dispose();
        _naive.Dispose();
        Dispose();
    }

    [Benchmark(Description = "hand-written", Baseline = true)]
    public Task HandWritten() => _handWritten.RegisterAsync(_path);

    [Benchmark(Description = "OkSign.Client")]
    public Task Library() => _library.RegisterAsync(_path);

    [Benchmark(Description = "naive")]
    public Task Naive() => _naive.RegisterAsync(_path);

    public void Dispose() => _files.Dispose();
}
