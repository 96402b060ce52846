namespace OkSign.Emulator.Documents;

/// <summary>The <c>status</c> of a row of <c>Documents.active</c>.</summary>
internal static class DocumentStatus
{
    public const int Active = 1;
    public const int Briefcase = 10;
    public const int InBriefcase = 11;
    public const int Reusable = 12;
    public const int Template = 14;
}
