using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkSign.Client.Tests;

/// <summary>Compares JSON with an approved file. After a wanted change, run with <c>OKSIGN_TESTS_APPROVE=1</c> and review the difference.</summary>
/// <param name="Folder">Where the files are, from the root of the repository.</param>
internal sealed record ApprovedJson(string Folder)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<string?> Names => Directory.EnumerateFiles(Repository.PathOf(Folder), "*.json").Select(Path.GetFileNameWithoutExtension);

    public void AssertApproved(string name, string received)
    {
        string path = Path.Combine(Repository.PathOf(Folder), name + ".json");
        if (Environment.GetEnvironmentVariable("OKSIGN_TESTS_APPROVE") == "1")
        {
            File.WriteAllText(path, JsonNode.Parse(received)!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");
        }

        Assert.True(File.Exists(path), $"Not approved yet:{Environment.NewLine}{received}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(path)), JsonNode.Parse(received)), received);
    }
}
