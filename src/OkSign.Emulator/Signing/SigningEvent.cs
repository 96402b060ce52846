using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Signing;

/// <summary>One signer's signing of a document: all of the signer's signature fields and other fields at once.</summary>
internal sealed record SigningEvent
{
    public required Signer Signer { get; init; }

    /// <summary>How the signatures were placed; null when the signer had only other fields to fill in.</summary>
    public SigningMethod? Method { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string IPAddress { get; init; }

    /// <summary>The mobile number that got the code; with <see cref="SigningMethod.Tan"/> only.</summary>
    public string? Mobile { get; init; }

    /// <summary>The serial number of the certificate; for X.509 signatures only.</summary>
    public string? CertificateSerialNumber { get; init; }

    public decimal Credits { get; init; }

    /// <summary>Where it is told; null for nowhere.</summary>
    public Uri? Callback { get; init; }

    /// <summary>What was drawn or typed; null for the printed facts alone.</summary>
    public SignatureMark? Mark { get; init; }

    public required IReadOnlyList<FormField> Signatures { get; init; }

    public required IReadOnlyList<CompletedField> Fields { get; init; }
}
