using System.Security.Cryptography;
using OkSign.Emulator.Account;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>Signs documents: checks, makes the signed copy, takes the credits and records it, or changes nothing.</summary>
internal sealed class DocumentSigning(DocumentStore documents, DocumentIds ids, CreditBalance credits, Clock clock)
{
    /// <exception cref="EmulatedSigningException">Signing is not possible.</exception>
    public SignedCopy Sign(string token, SigningScript script)
    {
        if (documents.FindByToken(token) is not { } link)
        {
            throw new EmulatedSigningException("The signing link is not valid (any more): the document or the signer was removed.");
        }

        StoredDocument signed = documents.Update(link.Document.Id, document => Sign(document, link.SignerId, script))
            ?? throw new EmulatedSigningException("The document was removed.");
        return signed.Copies[^1];
    }

    /// <summary>Notes that the signer has looked at the signing page.</summary>
    public void RecordOpened(string token, string ipAddress)
    {
        if (documents.FindByToken(token) is { } link)
        {
            documents.Update(link.Document.Id, document => document with
            {
                Events = document.Events.Add(
                    new AuditEvent(clock.Now, $"Signing link of {NameOf(document, link.SignerId)} opened from {ipAddress}")),
            });
        }
    }

    private StoredDocument Sign(StoredDocument document, string signerId, SigningScript script)
    {
        FormDescriptor descriptor = document.Descriptor!;
        if (descriptor.Signers.FirstOrDefault(known => known.Id == signerId) is not { } signer)
        {
            throw new EmulatedSigningException("The signer was removed from the document.");
        }

        SigningRules.CheckTurn(document, descriptor, signer);
        SigningEvent signing = Prepare(descriptor, signer, script);
        SignedCopy? current = document.CurrentCopy;
        byte[] pdf = SignedCopyWriter.Write(document, [.. current?.Signings ?? [], signing]);

        // Last, because it cannot be undone.
        signing = signing with { Credits = credits.Charge(signing.Method, signer.DisplayName + signer.Email, signing.At) };
        SignedCopy copy = current is null
            ? new SignedCopy(ids.Next(), pdf, [signing])
            : current with { Pdf = pdf, Signings = current.Signings.Add(signing) };
        return document with
        {
            Copies = current is null ? document.Copies.Add(copy) : document.Copies.Replace(current, copy),
            Events = document.Events.Add(SignedEvent(signing, copy)),
        };
    }

    private SigningEvent Prepare(FormDescriptor descriptor, Signer signer, SigningScript script)
    {
        FormField[] signatures = [.. descriptor.SignaturesOf(signer.Id)];
        SigningMethod method = SigningRules.MethodFor(signatures, script.Method);
        return new SigningEvent
        {
            Signer = signer,
            Method = method,
            At = clock.Now,
            IPAddress = script.IPAddress.ToString(),
            Mobile = SigningRules.MobileFor(method, signatures, signer, script.Mobile),
            CertificateSerialNumber = method.IsX509 ? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) : null,
            Signatures = signatures,
            Fields = FieldCompletion.Complete(descriptor, signer, script.Values),
        };
    }

    private static AuditEvent SignedEvent(SigningEvent signing, SignedCopy copy)
        => new(signing.At, $"Signed by {signing.Signer.DisplayName} with {signing.Method.Label} from {signing.IPAddress}")
        {
            SignedId = copy.Id,
        };

    private static string NameOf(StoredDocument document, string signerId)
        => document.Descriptor?.Signers.FirstOrDefault(signer => signer.Id == signerId)?.DisplayName ?? signerId;
}
