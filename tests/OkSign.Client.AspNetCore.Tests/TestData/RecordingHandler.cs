namespace OkSign.Client.AspNetCore.Tests.TestData;

/// <summary>The application's handler.</summary>
internal sealed class RecordingHandler(Handled handled) : IOkSignEventHandler, IOkDokumentEventHandler
{
    public Task SignaturePlacedAsync(SignaturePlaced signature, CancellationToken cancellationToken) => handled.TakeAsync(signature, cancellationToken);

    public Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken) => handled.TakeAsync(document, cancellationToken);

    public Task DeliveryFailedAsync(DeliveryFailed failure, CancellationToken cancellationToken) => handled.TakeAsync(failure, cancellationToken);

    public Task RoundSignedAsync(RoundEnded round, CancellationToken cancellationToken) => handled.TakeAsync(("signed", round), cancellationToken);

    public Task RoundCanceledAsync(RoundEnded round, CancellationToken cancellationToken) => handled.TakeAsync(("canceled", round), cancellationToken);

    public Task RoundUncertainAsync(RoundEnded round, CancellationToken cancellationToken) => handled.TakeAsync(("uncertain", round), cancellationToken);
}
