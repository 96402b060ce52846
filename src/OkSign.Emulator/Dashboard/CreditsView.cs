namespace OkSign.Emulator.Dashboard;

/// <summary>The credits of OKSign and what used them.</summary>
/// <param name="Left">What is left.</param>
/// <param name="Start">What the account began with.</param>
/// <param name="OnRemovedDocuments">What was used by documents that are not there any more.</param>
/// <param name="Uses">What was used by those that are.</param>
internal sealed record CreditsView(decimal Left, decimal Start, decimal OnRemovedDocuments, Listing<CreditUse> Uses);
