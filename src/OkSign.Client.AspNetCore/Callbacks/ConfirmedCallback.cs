namespace OkSign.Client.AspNetCore;

/// <summary>A callback of OKSign that the service has confirmed.</summary>
/// <param name="Callback">What was sent. Only what stands in <paramref name="Signatures"/> is confirmed.</param>
/// <param name="Signatures">All signatures of the document, in order of time, as the service tells them; the claimed one is among them.</param>
public sealed record ConfirmedCallback(OkSignCallback Callback, IReadOnlyList<SignaturePlaced> Signatures)
{
    /// <summary>Whether everybody has signed.</summary>
    public bool IsComplete => Signatures is [.., { SignaturesRequired: > 0 } last] && last.SignaturesPlaced >= last.SignaturesRequired;

    /// <summary>The name of the type only: what is said of people must not slip into a log.</summary>
    public override string ToString() => nameof(ConfirmedCallback);
}
