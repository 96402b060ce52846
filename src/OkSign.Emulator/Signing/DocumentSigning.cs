using System.Security.Cryptography;
using OkSign.Emulator.Account;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>
/// Signs all documents behind a link: checks, makes the signed copies, takes the credits and records it, or changes nothing at all.
/// </summary>
internal sealed class DocumentSigning(
    DocumentStore documents,
    BundleStore bundles,
    LinkTargets targets,
    DocumentIds ids,
    SmsCodes codes,
    CreditBalance credits,
    CallbackAddresses addresses,
    CallbackEvents callbacks,
    Clock clock)
{
    /// <returns>The documents that were signed, in their order; of a bundle those that the signer had not signed yet.</returns>
    /// <exception cref="EmulatedSigningException">Signing is not possible.</exception>
    public IReadOnlyList<SignedNow> Sign(string token, SigningScript script)
    {
        LinkTarget target = targets.FindUsable(token, clock.Now);
        IReadOnlyList<StoredDocument> signed =
            documents.UpdateAll(
                [.. target.Documents.Select(document => document.Id)],
                current => [.. Sign(current, target, token, script).Select(document => Countersign(document, token))])
            ?? throw new EmulatedSigningException("The document was removed.");
        foreach (StoredDocument document in signed)
        {
            callbacks.Signed(document);
        }

        return [.. signed.Select(document => new SignedNow(document.Id, document.Copies[^1].Id))];
    }

    /// <summary>Notes that the signer has looked at the signing page.</summary>
    public void RecordOpened(LinkTarget target, string ipAddress)
    {
        foreach (StoredDocument opened in target.OfSigner)
        {
            documents.Update(opened.Id, document => document with
            {
                Events = document.Events.Add(new AuditEvent(clock.Now, $"Signing link of {target.SignerName} opened from {ipAddress}")
                {
                    Round = document.CurrentRound,
                }),
            });
        }
    }

    private IReadOnlyList<StoredDocument> Sign(IReadOnlyList<StoredDocument> current, LinkTarget target, string token, SigningScript script)
    {
        IReadOnlyList<StoredDocument> unsigned = target.Bundle is null ? current : SigningRules.LeftToSign(current, target.SignerId);
        return Sign(unsigned, target.SignerId, token, script, signings => target.Bundle is null
            ? credits.Charge(signings)
            : bundles.UseLink(token, clock.Now, () => credits.Charge(signings)));
    }

    /// <param name="unsigned">The documents.</param>
    /// <param name="signerId">Who signs them.</param>
    /// <param name="token">The link by which somebody signs now.</param>
    /// <param name="script">What the signer does.</param>
    /// <param name="charge">Takes the credits; last, because it cannot be undone.</param>
    private IReadOnlyList<StoredDocument> Sign(
        IReadOnlyList<StoredDocument> unsigned,
        string signerId,
        string token,
        SigningScript script,
        Func<SigningEvent[], IReadOnlyList<decimal>> charge)
    {
        SigningEvent[] signings = [.. Prepare(unsigned, signerId, script)
            .Zip(unsigned, (signing, document) => signing with { Callback = addresses.Of(document.Id, token).Callback })];
        CheckCode(token, signings, script.Code);
        byte[][] pdfs = [.. unsigned.Zip(signings, (document, signing) =>
            SignedCopyWriter.Write(document, [.. document.CurrentCopy?.Signings ?? [], signing]))];
        IReadOnlyList<decimal> prices = charge(signings);
        return [.. unsigned.Select((document, index) => WithSigning(document, signings[index] with { Credits = prices[index] }, pdfs[index]))];
    }

    // What keeps a shared signature from being placed must not undo the one that was given: the user can still sign by the link.
    private StoredDocument Countersign(StoredDocument document, string token)
    {
        foreach (Signer signer in Countersigning.Ready(document))
        {
            try
            {
                document = Sign([document], signer.Id, token, Countersigning.ScriptFor(document.Descriptor!, signer), credits.Charge)[0];
            }
            catch (EmulatedSigningException refusal)
            {
                string failed = $"The shared signature of {signer.DisplayName} could not be placed: {refusal.Message}";
                var tried = new AuditEvent(clock.Now, failed) { Round = document.CurrentRound };
                document = document with { Events = document.Events.Add(tried) };
            }
        }

        return document;
    }

    private SigningEvent[] Prepare(IReadOnlyList<StoredDocument> unsigned, string signerId, SigningScript script)
    {
        foreach (StoredDocument document in unsigned)
        {
            SigningRules.CheckTurn(document, document.Descriptor!.SignerToAct(signerId));
        }

        SigningMethod? method = SigningRules.MethodFor(
            [.. unsigned.SelectMany(document => document.Descriptor!.SignaturesOf(signerId))], script.Method);
        IReadOnlyList<IReadOnlyDictionary<string, string>> values =
            ScriptValues.Distribute(script.Values, [.. unsigned.Select(document => document.Descriptor!)], signerId);
        return [.. unsigned.Select((document, index) => Prepare(document.Descriptor!, signerId, method, script, values[index]))];
    }

    private SigningEvent Prepare(
        FormDescriptor descriptor, string signerId, SigningMethod? method, SigningScript script, IReadOnlyDictionary<string, string> values)
    {
        Signer signer = descriptor.SignerOf(signerId);
        FormField[] signatures = [.. descriptor.SignaturesOf(signerId)];
        method = signatures.Length > 0 ? method : null;
        return new SigningEvent
        {
            Signer = signer,
            Method = method,
            At = clock.Now,
            IPAddress = script.IPAddress.ToString(),
            Mobile = SigningRules.MobileFor(method, signatures, signer, script.Mobile),
            CertificateSerialNumber = method is { IsX509: true } ? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) : null,
            Mark = signatures.Length > 0 ? SignatureMark.Of(script.Drawing, script.TypedSignature) : null,
            Signatures = signatures,
            Fields = FieldCompletion.Complete(descriptor, signer, values),
        };
    }

    private void CheckCode(string token, SigningEvent[] signings, string? code)
    {
        if (code is not null && signings.FirstOrDefault(signing => signing.Mobile is not null) is { Mobile: { } mobile })
        {
            codes.Check(token, mobile, code);
        }
    }

    private StoredDocument WithSigning(StoredDocument document, SigningEvent signing, byte[] pdf)
    {
        SignedCopy? current = document.CurrentCopy;
        SignedCopy copy = current is null
            ? new SignedCopy(ids.Next(), pdf, [signing])
            : current with { Pdf = pdf, Signings = current.Signings.Add(signing) };
        return document with
        {
            Copies = current is null ? document.Copies.Add(copy) : document.Copies.Replace(current, copy),
            Events = document.Events.Add(SignedEvent(signing, document.CurrentRound)),
        };
    }

    private static AuditEvent SignedEvent(SigningEvent signing, int round)
        => new(signing.At, $"{Done(signing)} from {signing.IPAddress}")
        {
            Round = round,
        };

    private static string Done(SigningEvent signing)
        => signing.Method is { } method
            ? $"Signed by {signing.Signer.DisplayName} with {method.Label}"
            : $"Filled in by {signing.Signer.DisplayName}";
}
