using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Pdf;

/// <summary>What a signature looks like in words.</summary>
internal static class SignatureText
{
    public static IEnumerable<string> Lines(SigningEvent signing)
    {
        yield return DrawableText.FromName(signing.Signer.DisplayName);
        if (signing.Signer.ActingAs.Length > 0)
        {
            yield return $"acting as {DrawableText.FromName(signing.Signer.ActingAs)}";
        }

        yield return $"signed with {signing.Method!.Label}";
        yield return Timestamps.Format(signing.At);
    }

    public static IEnumerable<string> CertificateLines(SigningEvent signing)
    {
        if (signing.Method!.CertificateProvider is { } provider)
        {
            yield return $"certificate of {provider}, serial number {signing.CertificateSerialNumber}";
        }
    }
}
