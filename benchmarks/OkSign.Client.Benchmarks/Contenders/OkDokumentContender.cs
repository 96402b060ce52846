namespace OkSign.Client.Benchmarks;

/// <summary>The clients of OKdokument that are compared.</summary>
internal static class OkDokumentContender
{
    public const string Naive = "naive";

    // Invented, in the service's form.
    public const string Key = "0a1b2c3d4_00112233445566778899aabbccddeeff";

    /// <param name="name">Which client.</param>
    /// <param name="address">Where the server of OKSign is; the other service has the root of the host.</param>
    public static IOkDokumentContender Create(string name, Uri address)
    {
        var root = new Uri(address, "/");
        return name switch
        {
            Contender.Library => new LibraryOkDokumentContender(root),
            Contender.HandWritten => new HandWrittenOkDokumentContender(root, static path => new Base64JsonContent(path)),
            Naive => new HandWrittenOkDokumentContender(root, NaiveContent.Of),
            _ => throw new ArgumentException($"{name} is no client.", nameof(name)),
        };
    }
}
