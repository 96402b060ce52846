using System.Text.Json;
using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Callbacks;

/// <summary>Turns what happened into calls: the parameters are the members of the row by which a list tells the same.</summary>
internal sealed class CallbackEvents(CallbackAddresses addresses, CallbackQueue queue, WireVariants variants)
{
    private readonly object _gate = new();

    /// <summary>How many signings of a signed copy have been told.</summary>
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    /// <summary>Tells the signings of a document that were not told yet, in their order, also when two people sign at once.</summary>
    public void Signed(StoredDocument document)
    {
        lock (_gate)
        {
            foreach (SignedCopy copy in document.Copies)
            {
                foreach (SigningEvent signing in copy.Signings.Skip(_told.GetValueOrDefault(copy.Id)))
                {
                    Tell(document, copy, signing);
                }

                _told[copy.Id] = Math.Max(copy.Signings.Count, _told.GetValueOrDefault(copy.Id));
            }
        }
    }

    public void NotDelivered(DeliveryError error)
        => Enqueue(CallbackKind.DeliveryError, addresses.Of(error.SourceDocumentId).Webhook, error.SentAt,
        [
            new("event", error.Event),
            new("email", error.Email),
            new("mobile", error.Mobile),
            new("source_docid", error.SourceDocumentId),
            new("reason", error.Reason),
            new("orgtoken", error.OrganizationalToken),
            new("ts", error.Timestamp),
        ]);

    private void Tell(StoredDocument document, SignedCopy copy, SigningEvent signing)
    {
        SignedDocumentRow row = SignedDocumentRow.Of(document, copy, signing);
        Enqueue(CallbackKind.Signature, signing.Callback, signing.At,
        [
            new("source_docid", row.SourceDocumentId),
            new("signed_docid", row.SignedDocumentId),
            new("filename", row.FileName),
            new("signerid", row.SignerId),
            new("nbrOfSigaturesRequired", Json(row.SignaturesRequired)),
            new("nbrOfSigaturesValid", Json(row.SignaturesValid)),
            new("fields_completed", Json(row.FieldsCompleted)),
            new("creditsinfo", Json(row.CreditsInfo)),
            new("ts", row.Timestamp),
            new("orgtoken", document.OrganizationalToken),
        ]);
    }

    private void Enqueue(CallbackKind kind, Uri? address, DateTimeOffset at, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        if (address is not null)
        {
            queue.Add(new PendingCallback(
                kind,
                address,
                [.. parameters
                    .Where(parameter => parameter.Value is not null)
                    .Select(parameter => KeyValuePair.Create(NameOf(parameter.Key), parameter.Value))],
                at));
        }
    }

    private string NameOf(string parameter)
        => variants.CallbackParameterNames == CallbackParameterNames.LowerCase ? parameter.ToLowerInvariant() : parameter;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, WireJson.Options);
}
