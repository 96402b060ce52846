namespace OkSign.Emulator.OkDokument;

/// <summary>What is to be told on a page that is shown again.</summary>
/// <param name="Refused">What the signer has done, with what was entered; null when the signer has just come.</param>
/// <param name="Reason">Why it was refused; null when it was not.</param>
/// <param name="IsCodeSent">Whether a code was sent.</param>
internal sealed record ViewerNotice(ViewerAction? Refused = null, string? Reason = null, bool IsCodeSent = false);
