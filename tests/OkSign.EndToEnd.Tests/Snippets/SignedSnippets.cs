using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/knowing-when-signed.md.</summary>
internal static class SignedSnippets
{
    public static async Task WatchAsync(OkSignClient oksign, DateTimeOffset startOfUse, Func<SignedDocumentId, Task> fileAsync, CancellationToken stop)
    {
        SignedFeedCheckpoint checkpoint = File.Exists("signed.checkpoint")
            ? SignedFeedCheckpoint.Parse(File.ReadAllText("signed.checkpoint"))
            : SignedFeedCheckpoint.StartingAt(startOfUse);

        await foreach (SignedFeedItem item in oksign.Documents.WatchSignedAsync(checkpoint, cancellationToken: stop))
        {
            if (item.Event is { SignedDocumentId: { } signed })
            {
                await fileAsync(signed);
            }

            File.WriteAllText("signed.checkpoint", item.Checkpoint.ToString());
        }
    }

    public static async Task<string> CallbackAsync(OkSignClient oksign, string queryString)
    {
        if (!OkSignCallback.TryParse(queryString, out OkSignCallback? callback, out string? reason))
        {
            return $"ignored: {reason}";
        }

        bool exists = callback.SignedDocumentId is { } signed && await oksign.Documents.ExistsAsync(signed) is not null;
        return exists ? "signed" : "not so";
    }

    public static string Return(Uri address)
    {
        var returned = OkSignReturn.Parse(address);
        string page = returned.IsComplete ? "All have signed, as it seems." : "Thank you.";
        return page;
    }

    public static async Task<bool> DeliveryErrorsAsync(OkSignClient oksign, string queryString, DateTimeOffset from, DateTimeOffset until)
    {
        DeliveryError called = OkSignDeliveryError.Parse(queryString).Error;

        IReadOnlyList<DeliveryError> listed = await oksign.DeliveryErrors.RetrieveAsync(from, until);
        bool isWrongAddress = listed.Append(called).Any(error => error.Event == DeliveryEvent.HardBounce || error.Event == DeliveryEvent.InvalidEmail);
        return isWrongAddress;
    }
}
