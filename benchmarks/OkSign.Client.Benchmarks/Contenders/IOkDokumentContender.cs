namespace OkSign.Client.Benchmarks;

/// <summary>What is compared of OKdokument.</summary>
internal interface IOkDokumentContender : IDisposable
{
    /// <summary>Registers a signature request with a file, as base64 in JSON, and tells what the server got.</summary>
    Task<ReceivedFile> RegisterAsync(string path);
}
