using System.Net;

namespace OkSign.Emulator;

/// <summary>What a scripted signer does on the signing page.</summary>
public sealed record SigningScript
{
    /// <summary>
    /// How to sign: <c>eid</c>, <c>itsme</c>, <c>tan</c>, <c>pen</c> or <c>smartid</c>, or its label (<c>eID</c>, <c>Itsme</c>, <c>TAN</c>,
    /// <c>Pen</c>, <c>Smart-ID</c>). Null, the default, takes the first method that all signature fields of the signer allow.
    /// </summary>
    public string? Method { get; init; }

    /// <summary>
    /// What to fill in, by the name of the field: a text, one of the options of a <c>Select</c>, a date (<c>2025-03-31</c>), or
    /// <c>true</c> or <c>false</c> for a <c>Checkbox</c>. A field that is left out keeps its pre-filled value.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The signer's address, as the audit trail tells it.</summary>
    public IPAddress IPAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The mobile number that gets the code of a <c>tan</c> signature. Null, the default, takes that of the signer.</summary>
    public string? Mobile { get; init; }

    /// <summary>The code of a <c>tan</c> signature. Null, the default, is the one that was sent, or would have been.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// The drawn signature, placed on every signature field of the signer. Null, the default, leaves the fields with the printed facts alone.
    /// </summary>
    public SignatureDrawing? Drawing { get; init; }

    /// <summary>The typed signature, instead of a drawn one: one line, at most 100 characters.</summary>
    public string? TypedSignature { get; init; }
}
