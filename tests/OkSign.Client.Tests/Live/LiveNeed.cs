namespace OkSign.Client.Tests.Live;

/// <summary>What a check needs besides a key.</summary>
internal enum LiveNeed
{
    Nothing,
    SourceDocument,
    SignedDocument,
    Briefcase,
}
