using System.Text.Json;
using OkSign.Emulator.Notifications;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>What a document asks of whom.</summary>
/// <param name="Json">The descriptor as it was uploaded, with all its members.</param>
/// <param name="FileName">The name that the document gets, or null.</param>
/// <param name="Reusable">Whether the document can be signed again when all have signed.</param>
/// <param name="Fields">All fields.</param>
/// <param name="Signers">Everyone who has a field or is listed, once.</param>
internal sealed record FormDescriptor(
    JsonElement Json, string? FileName, bool Reusable, IReadOnlyList<FormField> Fields, IReadOnlyList<Signer> Signers)
{
    public bool Has(string signerId) => Signers.Any(signer => signer.Id == signerId);

    public bool HasSameSigners(FormDescriptor other) => Signers.Select(signer => signer.Id).ToHashSet().SetEquals(other.Signers.Select(signer => signer.Id));

    /// <summary>The messages to send; null for none.</summary>
    public IReadOnlyList<Notification>? Notifications { get; init; }

    public Signer SignerOf(string id) => Signers.First(signer => signer.Id == id);

    /// <exception cref="EmulatedSigningException">The signer is not on the document any more.</exception>
    public Signer SignerToAct(string id)
        => Has(id) ? SignerOf(id) : throw new EmulatedSigningException("The signer was removed from the document.");

    public IEnumerable<FormField> FieldsOf(string signerId) => Fields.Where(field => field.SignerId == signerId);

    /// <summary>Whether a signer has something to sign or fill in.</summary>
    public bool AsksSomethingOf(string signerId) => FieldsOf(signerId).Any(field => field.IsSignature || !field.ReadOnly);

    public IEnumerable<FormField> SignaturesOf(string signerId) => FieldsOf(signerId).Where(field => field.IsSignature);
}
