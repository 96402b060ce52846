namespace OkSign.Emulator.OkDokument;

/// <summary>Registers signature requests: all of it or, when something forbids it, nothing.</summary>
internal sealed class RequestRegistration(
    OkDokumentEmulatorOptions options, DokumentAccount account, DokumentIntake intake, DokumentMessages messages)
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(24);

    /// <exception cref="DokumentRefusedException">
    /// The request id was used before, there is no such document or its state forbids a round, or no credit is left.
    /// </exception>
    public SignatureRequest Register(RequestDraft draft)
    {
        PreparedFile? file = draft.File is null ? null : DokumentIntake.Prepare(draft.File);
        return account.Run((book, now) =>
        {
            CheckId(book, draft.RequestId);
            StoredDokument document = file is null ? Existing(book, draft, now) : intake.Document(file, book, now);
            CheckCredits(book, draft.RequestId);
            return Register(book, draft, document, isNew: file is not null, now);
        });
    }

    /// <summary>Stores a file and no more.</summary>
    /// <returns>The id of the document.</returns>
    public string Store(IncomingFile file)
    {
        PreparedFile prepared = DokumentIntake.Prepare(file);
        return account.Run((book, now) =>
        {
            StoredDokument document = intake.Document(prepared, book, now);
            book.Add(document);
            return document.Id;
        });
    }

    private SignatureRequest Register(AccountBook book, RequestDraft draft, StoredDokument document, bool isNew, DateTimeOffset now)
    {
        var request = new SignatureRequest
        {
            Id = draft.RequestId ?? DokumentIds.NewRequestId(),
            DocumentId = document.Id,
            ExpiresAt = draft.ExpiresAt ?? now + DefaultLife,
            Settings = draft.Settings,
            ResultUrl = draft.ResultUrl,
            SendInfoUrl = draft.SendInfoUrl,
            RemindedUntil = now,
        };
        if (isNew)
        {
            book.Add(document);
        }
        else
        {
            book.Replace(document);
        }

        book.Register(request, now);
        messages.Invite(book, request, document, now);
        return request;
    }

    private static void CheckId(AccountBook book, string? requestId)
    {
        if (requestId is not null && book.IsUsed(requestId))
        {
            throw DokumentRefusedException.Conflict(ErrorCodes.RequestExists, requestId);
        }
    }

    private static StoredDokument Existing(AccountBook book, RequestDraft draft, DateTimeOffset now)
    {
        StoredDokument document = book.Document(draft.DocumentId!);
        if (document.State is DocumentStates.ToSign or DocumentStates.Tags)
        {
            return document;
        }

        // That it also revives what was cancelled or could not be told is a guess.
        return draft.ChangesState
            ? document.In(DocumentStates.ToSign, now)
            : throw DokumentRefusedException.Conflict(ErrorCodes.DocumentState, document.Id);
    }

    private void CheckCredits(AccountBook book, string? requestId)
    {
        if (book.Credits == 0)
        {
            throw new DokumentRefusedException(options.Variants.NoCreditStatusCode, ErrorCodes.NoCredit, requestId);
        }
    }
}
