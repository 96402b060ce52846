using System.Text;

namespace OkSign.Client.Benchmarks;

/// <summary>The file as bytes, the bytes as one text, that text in another one, and this as bytes again.</summary>
internal static class NaiveContent
{
    public static HttpContent Of(string path)
    {
        string content = Convert.ToBase64String(File.ReadAllBytes(path));
        string json = $$$"""{"signatureRequestId":"{{{Guid.NewGuid()}}}","filedata":{"filename":"{{{Path.GetFileName(path)}}}","content":"{{{content}}}"}}""";
        return new StringContent(json, Encoding.UTF8, "application/json");
    }
}
