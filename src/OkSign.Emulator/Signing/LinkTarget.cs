using OkSign.Emulator.Bundles;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>What is behind a signing link: who signs which documents, in their order.</summary>
/// <param name="SignerId">Who signs.</param>
/// <param name="Documents">What to sign, as it is now: one document, or all of a bundle.</param>
/// <param name="Bundle">The briefcase or SignExpress session; null behind the link of a single document.</param>
internal sealed record LinkTarget(string SignerId, IReadOnlyList<StoredDocument> Documents, SigningBundle? Bundle = null)
{
    /// <summary>The documents that still ask something of the signer. A form descriptor may have been replaced since the bundle was made.</summary>
    public IEnumerable<StoredDocument> OfSigner => Documents.Where(document => document.Descriptor!.Has(SignerId));

    /// <summary>Why the link does not work at a moment, although it is known; null when it does.</summary>
    public string? ProblemAt(DateTimeOffset now) => Bundle?.ProblemOfLink(SignerId, now);

    public string SignerName => OfSigner.FirstOrDefault()?.Descriptor!.SignerOf(SignerId).DisplayName ?? SignerId;

    public IEnumerable<FormField> Fields => OfSigner.SelectMany(document => document.Descriptor!.FieldsOf(SignerId));
}
