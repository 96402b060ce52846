namespace OkSign.Emulator.Signing;

/// <summary>What the signer does on the page.</summary>
/// <param name="Name">Which button.</param>
/// <param name="Script">What goes with it.</param>
/// <param name="Reason">Why the signer refuses.</param>
/// <param name="FromPage">Whether it comes from the page's form and not from a script.</param>
internal sealed record SignerAction(string Name, SigningScript Script, string Reason, bool FromPage)
{
    public const string Sign = "sign";
    public const string Refuse = "refuse";
    public const string SendCode = "sendCode";
}
