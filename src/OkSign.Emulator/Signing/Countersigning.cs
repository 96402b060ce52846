using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>The signatures that users of the account have shared, to be placed when all others have signed.</summary>
internal static class Countersigning
{
    /// <summary>Those whose signature can be placed now.</summary>
    public static IEnumerable<Signer> Ready(StoredDocument document)
        => document.Descriptor is { } descriptor && document.CurrentCopy is { } copy
            ? descriptor.Signers.Where(signer =>
                signer.SignsAutomatically
                && descriptor.SignaturesOf(signer.Id).Any()
                && !copy.IsSignedBy(signer.Id)
                && SigningRules.WaitsFor(signer, descriptor, copy) is null)
            : [];

    /// <summary>A shared signature is a drawn one, where that is allowed.</summary>
    public static SigningScript ScriptFor(FormDescriptor descriptor, Signer signer)
    {
        bool mayBeDrawn = descriptor.SignaturesOf(signer.Id).All(field => field.Methods.Contains(SigningMethod.Pen));
        return new SigningScript { Method = mayBeDrawn ? SigningMethod.Pen.Key : null };
    }
}
