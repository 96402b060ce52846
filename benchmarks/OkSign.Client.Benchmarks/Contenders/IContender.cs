namespace OkSign.Client.Benchmarks;

/// <summary>The same work in all scenarios, whichever client does it. Results are counts, so that a test of them costs next to nothing.</summary>
internal interface IContender : IDisposable
{
    /// <summary>Reads two users from an answer of 600 bytes.</summary>
    Task<int> ReadSmallAsync();

    /// <summary>Sends a form descriptor with 50 fields, and reads two signing links.</summary>
    Task<int> UploadDescriptorAsync();

    /// <summary>Reads a thousand active documents.</summary>
    Task<int> ListAsync();

    /// <summary>Uploads a file, and tells how many bytes the server got.</summary>
    Task<long> UploadAsync(string path);

    /// <summary>Downloads a document of so many bytes.</summary>
    Task DownloadAsync(long length, Stream target);
}
