namespace OkSign.Emulator.OkDokument;

/// <summary>The states of a document.</summary>
internal static class DocumentStates
{
    public const string Tags = "tags";
    public const string ToStamp = "tostamp";
    public const string ToSign = "tosign";
    public const string Signed = "signed";
    public const string Canceled = "canceled";
    public const string SendInfoFailed = "errorsendinfo";

    /// <summary>Those that a caller may give an uploaded document.</summary>
    public static IReadOnlyList<string> OfUploads { get; } = [ToSign, Tags, ToStamp];
}
