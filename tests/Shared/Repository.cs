using System.Runtime.CompilerServices;

namespace OkSign.Tests.Shared;

/// <summary>Finds files of the repository, for tests that read source code or documentation.</summary>
internal static class Repository
{
    private const string Mark = "OkSign.Client.sln";

    /// <summary>The full path of something in the repository.</summary>
    public static string PathOf(string relativePath, [CallerFilePath] string callersFile = "")
    {
        // A deterministic build does not tell the caller's real path; then the way up from where the tests run is taken.
        string start = File.Exists(callersFile) ? Path.GetDirectoryName(callersFile)! : AppContext.BaseDirectory;
        var folder = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(folder.FullName, Mark)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{Mark} was not found above {start}.");
        }

        return Path.GetFullPath(Path.Combine(folder.FullName, relativePath));
    }
}
