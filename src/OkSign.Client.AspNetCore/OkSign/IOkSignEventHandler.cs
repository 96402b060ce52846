namespace OkSign.Client.AspNetCore;

/// <summary>
/// What your application does when something happens at OKSign. Every method has a default that does nothing. A handler comes from a scope of its own for each event,
/// as a controller does for each request.
/// </summary>
/// <remarks>
/// <para>What is told here was confirmed by the service, whoever said it first. Each event comes once, whether by a callback, by polling or by both.</para>
/// <para>A handler that throws is called again later, with longer and longer pauses, until it does not. When the host is killed between the end of a handler and the
/// note of it, the event comes once more: use <see cref="SignaturePlaced.Key"/> and its like in the transaction of your own that it must not happen twice in.</para>
/// </remarks>
#pragma warning disable CA1711 // It handles events, and is no delegate.
public interface IOkSignEventHandler
#pragma warning restore CA1711
{
    /// <summary>A signer has signed.</summary>
    /// <param name="signature">Who signed what.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task SignaturePlacedAsync(SignaturePlaced signature, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Everybody has signed. Comes after the last signature, when that is handled or has failed; an earlier one may still be waiting to be tried again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task DocumentCompletedAsync(DocumentCompleted document, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An invitation or a reminder did not reach its signer.</summary>
    /// <param name="failure">What did not reach whom.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task DeliveryFailedAsync(DeliveryFailed failure, CancellationToken cancellationToken) => Task.CompletedTask;
}
