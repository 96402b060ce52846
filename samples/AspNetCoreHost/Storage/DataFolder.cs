namespace AspNetCoreHost.Storage;

/// <summary>Where this application keeps its data: the setting <c>Data:Folder</c>, unless absolute below the application's own folder.</summary>
public sealed class DataFolder
{
    private readonly string _path;

    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
        => _path = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, configuration["Data:Folder"] ?? "data")).FullName;

    /// <summary>The path of a file. Its name is one that this application made, never one that came with an upload.</summary>
    public string PathOf(string fileName) => Path.Combine(_path, fileName);

    public string PathOfContract(string id) => PathOf($"{id}.pdf");
}
