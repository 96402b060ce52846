using System.Collections.Immutable;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.State;

/// <summary>The signed form of a document: its own id and file, and what was signed on it.</summary>
internal sealed record SignedCopy(string Id, byte[] Pdf, ImmutableList<SigningEvent> Signings)
{
    /// <summary>Removed by its own id while the source document stays: its signatures cannot be given again.</summary>
    public bool IsRemoved { get; init; }

    public int SignaturesPlaced => Signings.Sum(signing => signing.Signatures.Count);

    public SigningEvent? SigningOf(string signerId) => Signings.FirstOrDefault(signing => signing.Signer.Id == signerId);

    public bool IsSignedBy(string signerId) => SigningOf(signerId) is not null;

    public string? ValueOf(string fieldName)
        => Signings.SelectMany(signing => signing.Fields).FirstOrDefault(completed => completed.Field.Name == fieldName)?.Value;
}
