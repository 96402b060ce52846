namespace OkSign.Emulator.OkDokument;

/// <summary>
/// What happens by itself: reminders, the end of the search for tags, the deletion of documents. Nothing runs in the background: whoever
/// works with the account first has done what was due until then.
/// </summary>
internal sealed class AccountSchedule(OkDokumentEmulatorOptions options, DokumentMessages messages)
{
    private static readonly TimeOnly ReminderTime = new(7, 0);

    public void CatchUp(AccountBook book, DateTimeOffset now)
    {
        foreach (SignatureRequest request in book.Requests.Where(request => !request.IsFinished && request.Rules.Reminds))
        {
            Remind(book, request, now);
        }

        foreach (StoredDokument document in book.Documents)
        {
            EndTagSearch(book, document, now);
            if (DeletionOf(document) is var deletion && deletion <= now)
            {
                book.RemoveDocument(document.Id, deletion);
            }
        }
    }

    private void Remind(AccountBook book, SignatureRequest request, DateTimeOffset now)
    {
        StoredDokument document = book.Document(request.DocumentId);
        DateTimeOffset end = Earliest(now, request.ExpiresAt.AddTicks(-1), DeletionOf(document).AddTicks(-1));
        foreach (DateTimeOffset at in LocalTime.Daily(ReminderTime, request.RemindedUntil, end))
        {
            messages.Remind(book, request, document, at);
        }

        book.MarkReminded(request, now);
    }

    private static void EndTagSearch(AccountBook book, StoredDokument document, DateTimeOffset now)
    {
        if (document is { State: DocumentStates.Tags, TagsUntil: { } end } && end <= now)
        {
            book.Replace(document.In(DocumentStates.ToSign, end) with { TagsUntil = null });
        }
    }

    // A document that waits for its next round is unsigned, but not deleted sooner than it would be without that round.
    private DateTimeOffset DeletionOf(StoredDokument document)
    {
        DateTimeOffset? afterSigning = document.SignedAt is { } signedAt ? LocalTime.After(signedAt, options.SignedRetention) : null;
        DateTimeOffset afterUpload = LocalTime.After(document.UploadedAt, options.UnsignedRetention);
        return document.IsSigned ? afterSigning!.Value : afterSigning > afterUpload ? afterSigning.Value : afterUpload;
    }

    private static DateTimeOffset Earliest(params DateTimeOffset[] moments) => moments.Min();
}
