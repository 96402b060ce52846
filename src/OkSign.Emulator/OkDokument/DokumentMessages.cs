namespace OkSign.Emulator.OkDokument;

/// <summary>Writes the messages that the service sends.</summary>
internal sealed class DokumentMessages(SigningUrls urls)
{
    public void Invite(AccountBook book, SignatureRequest request, StoredDokument document, DateTimeOffset at)
    {
        if (request.Rules.EmailTo is { } signer)
        {
            book.Send(About(request, document, DocumentMessageKind.Invitation, signer, at) with
            {
                Text = request.Rules.EmailMessage,
                SigningUrl = urls.For(request.Id),
            });
        }
    }

    public void Remind(AccountBook book, SignatureRequest request, StoredDokument document, DateTimeOffset at)
    {
        if (request.Rules is { EmailTo: { } signer, EmailFrom: { } sender })
        {
            book.Send(About(request, document, DocumentMessageKind.SignerReminder, signer, at) with
            {
                SigningUrl = urls.For(request.Id),
            });
            book.Send(About(request, document, DocumentMessageKind.SenderReminder, sender, at));
        }
    }

    public static void SendSigned(AccountBook book, SignatureRequest request, StoredDokument document, DateTimeOffset at)
    {
        foreach (string recipient in request.Rules.EmailFinal)
        {
            book.Send(About(request, document, DocumentMessageKind.SignedDocument, recipient, at) with { SignedPdf = document.SignedPdf });
        }
    }

    public static void SendCode(
        AccountBook book,
        SignatureRequest request,
        StoredDokument document,
        DocumentMessageKind kind,
        OtpRule rule,
        string code,
        DateTimeOffset at)
    {
        if (rule.Email is { } email)
        {
            book.Send(About(request, document, kind, email, at) with { Code = code });
        }

        if (rule.Phone is { } phone)
        {
            book.Send(About(request, document, kind, phone, at) with { Channel = MessageKind.Sms, Code = code });
        }
    }

    private static SentDocumentMessage About(
        SignatureRequest request, StoredDokument document, DocumentMessageKind kind, string recipient, DateTimeOffset at) => new()
        {
            Kind = kind,
            Channel = MessageKind.Email,
            Recipient = recipient,
            ReplyTo = request.Rules.EmailFrom,
            SenderName = request.Rules.NameFrom,
            DocumentName = document.DisplayName,
            Language = request.Rules.Language,
            SentAt = LocalTime.Of(at),
            DocumentId = document.Id,
            SignatureRequestId = request.Id,
        };
}
