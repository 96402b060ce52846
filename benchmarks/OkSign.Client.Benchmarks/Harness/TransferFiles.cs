using System.Security.Cryptography;

namespace OkSign.Client.Benchmarks;

/// <summary>Files of the sizes to transfer, in a folder that goes with this object.</summary>
internal sealed class TransferFiles : IDisposable
{
    public const int Megabyte = 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oksign-benchmarks-");

    /// <summary>A place beside the files.</summary>
    public string NewPath(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The SHA-256 of a file.</summary>
    public static async Task<string> HashAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }

    public async Task<string> CreateAsync(int megabytes)
    {
        string path = NewPath($"contract-{megabytes}.pdf");
        await using FileStream file = File.Create(path);
        await CannedDocument.WriteAsync(file, (long)megabytes * Megabyte);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
