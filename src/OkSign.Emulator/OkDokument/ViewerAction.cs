namespace OkSign.Emulator.OkDokument;

/// <summary>What the signer does on the page.</summary>
/// <param name="Name">Which button.</param>
/// <param name="Script">What goes with it.</param>
/// <param name="FromPage">Whether it comes from the page's form and not from a script.</param>
internal sealed record ViewerAction(string Name, DocumentSigningScript Script, bool FromPage)
{
    public const string Submit = "submit";
    public const string Cancel = "cancel";
    public const string Close = "close";
    public const string Open = "open";
    public const string SendOpenCode = "sendOpenCode";
    public const string SendSignCode = "sendSignCode";

    /// <summary>A form always tells a code; a script may leave it to the emulator.</summary>
    public SentCode MissingCode => FromPage ? SentCode.MustBeGiven : SentCode.TakeWhenMissing;
}
