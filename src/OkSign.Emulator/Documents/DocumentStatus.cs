namespace OkSign.Emulator.Documents;

/// <summary>
/// The <c>status</c> of a row of <c>Documents.active</c>; 10, 11 and 14 are for briefcases, their documents and templates.
/// </summary>
internal static class DocumentStatus
{
    public const int Active = 1;
    public const int Reusable = 12;
}
