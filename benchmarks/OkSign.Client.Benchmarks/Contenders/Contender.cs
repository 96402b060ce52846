namespace OkSign.Client.Benchmarks;

/// <summary>The two clients that are compared.</summary>
internal static class Contender
{
    public const string Library = "library";
    public const string HandWritten = "hand-written";

    // Invented, in the service's form.
    public const string Key = "123456;123456-00000000-0000-4000-8000-000000000001;benchmarks";

    /// <param name="name">Which client.</param>
    /// <param name="address">Where the server is.</param>
    /// <param name="keepsUploadPace">Whether uploads wait for the rate limit; without effect on the client that has none.</param>
    public static IContender Create(string name, Uri address, bool keepsUploadPace)
        => name == Library ? new LibraryContender(address, keepsUploadPace) : new HandWrittenContender(address);
}
