namespace OkSign.Client.Tests;

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oksign-");

    public string[] Files => [.. _folder.GetFiles().Select(static file => file.Name).Order()];

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
