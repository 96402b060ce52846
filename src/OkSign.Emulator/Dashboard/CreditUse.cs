using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A signing that took credits.</summary>
internal sealed record CreditUse(string Key, decimal Credits, string Document, string Signer, string? Method, DateTimeOffset At)
{
    public static CreditUse Of(StoredDocument document, SignedCopy copy, SigningEvent signing) => new(
        $"{copy.Id}:{signing.Signer.Id}",
        signing.Credits,
        document.FileName,
        signing.Signer.DisplayName,
        signing.Method?.Label,
        signing.At);
}
