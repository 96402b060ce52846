using System.Globalization;

namespace OkSign.Client.Benchmarks;

/// <summary>What the server saw of an upload. It travels as the document's id, so that the client's side can tell that every byte arrived.</summary>
/// <param name="Announced">The length of the body as its header says; 0 for a body in chunks.</param>
/// <param name="Received">The length of the body that came.</param>
/// <param name="Length">How many bytes the file in it has.</param>
/// <param name="Hash">Its SHA-256.</param>
internal sealed record ReceivedFile(long Announced, long Received, long Length, string Hash)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Announced}-{Received}-{Length}-{Hash}");

    public static ReceivedFile Parse(string id)
    {
        string[] parts = id.Split('-');
        return new ReceivedFile(Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
