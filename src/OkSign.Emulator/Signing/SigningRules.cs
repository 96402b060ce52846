using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>Who may sign when, and how.</summary>
internal static class SigningRules
{
    /// <exception cref="EmulatedSigningException">The signer has nothing to sign, has signed already, or must wait.</exception>
    public static void CheckTurn(StoredDocument document, Signer signer)
    {
        CheckStillToSign(document, signer);
        if (WaitsFor(signer, document.Descriptor!, document.CurrentCopy) is { } earlier)
        {
            string why = document.RefusalOf(earlier.Id) is null ? "signs first" : "signs first, and has refused";
            throw new EmulatedSigningException($"It is not the turn of {signer.DisplayName}: {earlier.DisplayName} {why}.");
        }
    }

    /// <exception cref="EmulatedSigningException">The signer has nothing to sign, or has signed or refused already.</exception>
    public static void CheckStillToSign(StoredDocument document, Signer signer)
    {
        FormDescriptor descriptor = document.Descriptor!;
        SignedCopy? copy = document.CurrentCopy;
        if (copy is { IsRemoved: true })
        {
            throw new EmulatedSigningException("The signed document was removed: it cannot be signed any further.");
        }

        if (!descriptor.AsksSomethingOf(signer.Id))
        {
            throw new EmulatedSigningException($"{signer.DisplayName} has nothing to sign or fill in on this document.");
        }

        if (copy is not null && copy.IsSignedBy(signer.Id))
        {
            throw new EmulatedSigningException($"{signer.DisplayName} has signed this document already.");
        }

        if (document.RefusalOf(signer.Id) is not null)
        {
            throw new EmulatedSigningException($"{signer.DisplayName} has refused to sign this document.");
        }
    }

    /// <summary>The documents of a bundle that the signer has not signed yet, by the document's own link or another.</summary>
    /// <exception cref="EmulatedSigningException">There is none.</exception>
    public static IReadOnlyList<StoredDocument> LeftToSign(IReadOnlyList<StoredDocument> bundled, string signerId)
    {
        StoredDocument[] left = [.. bundled.Where(document => !HasNothingToSign(document, signerId))];
        return left.Length > 0 ? left : throw new EmulatedSigningException("The signer has nothing (left) to sign on these documents.");
    }

    /// <summary>Somebody who has still to sign before this signer may; null when there is nobody.</summary>
    public static Signer? WaitsFor(Signer signer, FormDescriptor descriptor, SignedCopy? copy)
        => descriptor.Signers.FirstOrDefault(other =>
            MustSignBefore(other, signer) && descriptor.AsksSomethingOf(other.Id) && copy?.IsSignedBy(other.Id) != true);

    /// <summary>
    /// Whether <paramref name="signer"/> waits for <paramref name="other"/>: countersigners wait for everybody else, and others for those
    /// with an earlier place in the workflow.
    /// </summary>
    public static bool MustSignBefore(Signer other, Signer signer)
        => !other.Countersigns && (signer.Countersigns || (other.Sequence > 0 && other.Sequence < signer.Sequence));

    /// <summary>The methods that all signatures allow, in the order of the first one.</summary>
    public static IReadOnlyList<SigningMethod> CommonMethods(IReadOnlyList<FormField> signatures)
        => signatures.Count == 0 ? [] : [.. signatures[0].Methods.Where(method => signatures.All(field => field.Methods.Contains(method)))];

    /// <returns>How to sign; null when there are no signatures to place.</returns>
    /// <exception cref="EmulatedSigningException">There is no such method, or a signature of the signer does not allow it.</exception>
    public static SigningMethod? MethodFor(IReadOnlyList<FormField> signatures, string? wanted)
    {
        if (signatures.Count == 0)
        {
            return null;
        }

        if (wanted is null)
        {
            return CommonMethods(signatures) is [{ } first, ..]
                ? first
                : throw new EmulatedSigningException("The signer's signature fields have no signing method in common.");
        }

        SigningMethod method = SigningMethod.Find(wanted)
            ?? throw new EmulatedSigningException($"There is no signing method \"{wanted}\"; there are: {List(SigningMethod.All)}.");
        return signatures.FirstOrDefault(field => !field.Methods.Contains(method)) is { } forbidding
            ? throw new EmulatedSigningException(
                $"Field \"{forbidding.Name}\" may not be signed with {method.Key}, only with: {List(forbidding.Methods)}.")
            : method;
    }

    /// <returns>The number that gets the code, or null when the method needs none.</returns>
    /// <exception cref="EmulatedSigningException">No number is known, or it is not one of those allowed.</exception>
    public static string? MobileFor(SigningMethod? method, IReadOnlyList<FormField> signatures, Signer signer, string? wanted)
    {
        if (method != SigningMethod.Tan)
        {
            return null;
        }

        string[] allowed = [.. signatures.SelectMany(field => field.MobileNumbers).Distinct()];
        string mobile = wanted ?? (signer.Mobile.Length > 0 ? signer.Mobile : allowed.FirstOrDefault() ?? "");
        if (mobile.Length == 0)
        {
            throw new EmulatedSigningException($"Signing with tan needs a mobile number, and {signer.DisplayName} has none.");
        }

        return allowed.Length == 0 || allowed.Contains(mobile)
            ? mobile
            : throw new EmulatedSigningException($"The code cannot be sent to {mobile}, only to: {string.Join(", ", allowed)}.");
    }

    /// <summary>The signature fields that a signer is to sign behind a link: those of documents that are signed already are not asked for again.</summary>
    public static IReadOnlyList<FormField> SignaturesLeft(LinkTarget target)
    {
        StoredDocument[] documents = [.. target.OfSigner];
        StoredDocument[] left = [.. documents.Where(document => target.Bundle is null || !HasNothingToSign(document, target.SignerId))];
        return [.. (left.Length > 0 ? left : documents).SelectMany(document => document.Descriptor!.SignaturesOf(target.SignerId))];
    }

    // A signer who was removed from a document is no reason to pass it over: signing it is refused.
    private static bool HasNothingToSign(StoredDocument document, string signerId)
        => document.Descriptor!.Has(signerId)
            && (!document.Descriptor.AsksSomethingOf(signerId)
                || document.CurrentCopy is { IsRemoved: false } copy && copy.IsSignedBy(signerId));

    private static string List(IReadOnlyList<SigningMethod> methods) => string.Join(", ", methods.Select(method => method.Key));
}
