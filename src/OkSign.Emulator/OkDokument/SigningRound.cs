using OkSign.Emulator.Signing;

namespace OkSign.Emulator.OkDokument;

/// <summary>A round that ended with Submit.</summary>
/// <param name="SignerName">Who signed.</param>
/// <param name="Date">When, as it is printed.</param>
/// <param name="Signatures">What was signed.</param>
/// <param name="Mark">What was drawn or typed; null for name and date alone.</param>
internal sealed record SigningRound(string SignerName, string Date, IReadOnlyList<PlacedSignature> Signatures, SignatureMark? Mark);
