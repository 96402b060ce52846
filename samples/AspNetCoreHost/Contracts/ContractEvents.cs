using OkSign.Client;
using OkSign.Client.AspNetCore;

namespace AspNetCoreHost.Contracts;

/// <summary>
/// What the service tells, by callback or by polling. Each event comes once as a rule, and again when a method here throws or the host ends
/// in the middle: so every change can be made twice. An unknown document belongs to another application with the same account.
/// </summary>
public sealed partial class ContractEvents(ContractStore contracts, ContractFeed feed, TimeProvider timeProvider, ILogger<ContractEvents> log)
    : IOkSignEventHandler
{
    public async Task SignaturePlacedAsync(SignaturePlaced signature, CancellationToken cancellationToken)
    {
        DateTimeOffset at = signature.SignedAt ?? timeProvider.GetUtcNow();
        Tell(await contracts.RecordSignatureAsync(signature.SourceDocumentId, signature.SignedDocumentId, signature.SignerId, at));
    }

    public async Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken)
    {
        string? id = await contracts.CompleteAsync(document.SourceDocumentId, document.SignedDocumentId);
        if (id is not null)
        {
            LogCompleted(id);
        }

        Tell(id);
    }

    public async Task DeliveryFailedAsync(DeliveryFailed failure, CancellationToken cancellationToken)
    {
        DeliveryError error = failure.Error;
        if (error.SourceDocumentId is { } source)
        {
            string description = $"{error.Email ?? error.Mobile}: {error.Reason ?? error.Event?.ToString()}";
            Tell(await contracts.RecordDeliveryProblemAsync(failure.Key, source, description));
        }
    }

    // After the change is in the database, never before.
    private void Tell(string? contractId)
    {
        if (contractId is not null)
        {
            feed.Publish(contractId);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Everybody has signed contract {ContractId}.")]
    private partial void LogCompleted(string contractId);
}
