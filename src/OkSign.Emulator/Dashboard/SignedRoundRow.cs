using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator.Dashboard;

/// <summary>A round of OKdokument that was signed: who signed, when as it is printed, and how many signatures.</summary>
internal sealed record SignedRoundRow(string Signer, string Date, int Signatures)
{
    public static SignedRoundRow Of(SigningRound round) => new(round.SignerName, round.Date, round.Signatures.Count);
}
