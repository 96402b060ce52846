using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>
/// The codes of <c>tan</c> signatures. They are not sent anywhere: they stand in the outbox. A link has one code at a time.
/// </summary>
internal sealed class SmsCodes(LinkTargets targets, SigningLinks links, Outbox outbox, Clock clock)
{
    private const int Codes = 1_000_000;

    private readonly ConcurrentDictionary<string, (string Mobile, string Code)> _sent = new(StringComparer.Ordinal);

    /// <returns>To which number the code went, and the code itself: there is no telephone on which it could be read.</returns>
    /// <exception cref="EmulatedSigningException">The link does not work, the signature cannot be placed in this way, or not with this number.</exception>
    public (string Mobile, string Code) Send(string token, string? wantedMobile)
    {
        LinkTarget target = targets.FindUsable(token, clock.Now);
        StoredDocument document = target.OfSigner.FirstOrDefault()
            ?? throw new EmulatedSigningException("The signer was removed from the document.");
        Signer signer = document.Descriptor!.SignerOf(target.SignerId);
        IReadOnlyList<FormField> signatures = SigningRules.SignaturesLeft(target);
        SigningMethod? method = SigningRules.MethodFor(signatures, SigningMethod.Tan.Key);
        string mobile = SigningRules.MobileFor(method, signatures, signer, wantedMobile)
            ?? throw new EmulatedSigningException($"{signer.DisplayName} has nothing to sign with a code.");
        string code = RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);
        _sent[token] = (mobile, code);
        var message = new SentMessage
        {
            Kind = MessageKind.Sms,
            Recipient = mobile,
            SignerId = signer.Id,
            SignerName = signer.Name,
            Subject = $"Your code to sign {document.FileName} is {code}.",
            SigningLink = links.For(token),
            SentAt = clock.Now,
            DocumentId = target.Bundle?.Token ?? document.Id,
            Code = code,
        };
        outbox.Add(message, document.OrganizationalToken);
        return (mobile, code);
    }

    /// <exception cref="EmulatedSigningException">It is not the code that was sent to this number.</exception>
    public void Check(string token, string mobile, string given)
    {
        if (!_sent.TryGetValue(token, out (string Mobile, string Code) sent) || sent.Mobile != mobile)
        {
            throw new EmulatedSigningException($"No code was sent to {mobile} yet.");
        }

        if (given.Trim() != sent.Code)
        {
            throw new EmulatedSigningException($"The code is {(given.Trim().Length == 0 ? "missing" : "wrong")}.");
        }
    }
}
