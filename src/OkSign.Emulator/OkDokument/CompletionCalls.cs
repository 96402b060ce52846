using System.Text.Json;
using System.Text.Json.Serialization;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Tells <c>sendInfoURL</c> how a round ended, once; when that fails, the document's state tells of it.</summary>
internal sealed class CompletionCalls(OkDokumentEmulatorOptions options, CallbackQueue queue, DokumentAccount account)
{
    public void Tell(SignatureRequest request, StoredDokument document, DateTimeOffset now)
    {
        if (request.SendInfoUrl is not { } address)
        {
            return;
        }

        string state = document.State == DocumentStates.Canceled ? options.Variants.CompletionStateOnCancel : document.State;
        queue.Add(new PendingCallback(CallbackKind.Completion, address, [], LocalTime.Of(now))
        {
            Body = JsonSerializer.Serialize(new Notice(state, document.Id, request.Id), WireJson.Options),
            Done = sent => Told(sent, request),
        });
    }

    private void Told(SentCallback sent, SignatureRequest request)
    {
        if (sent.StatusCode is not (>= 200 and <= 299) && options.SendInfoFailureChangesState)
        {
            account.Run((book, now) => MarkFailed(book, request, now));
        }
    }

    // The next round may have begun meanwhile.
    private static bool MarkFailed(AccountBook book, SignatureRequest request, DateTimeOffset now)
    {
        bool isLast = book.FindDocument(request.DocumentId) is { State: DocumentStates.Signed or DocumentStates.Canceled } document
            && document.LastRequestId == request.Id;
        if (isLast)
        {
            book.Replace(book.Document(request.DocumentId).In(DocumentStates.SendInfoFailed, now));
        }

        return isLast;
    }

    private sealed record Notice(
        [property: JsonPropertyName("state")] string State,
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("signatureRequestId")] string SignatureRequestId);
}
