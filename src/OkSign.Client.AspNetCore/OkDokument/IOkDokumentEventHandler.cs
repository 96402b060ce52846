namespace OkSign.Client.AspNetCore;

/// <summary>
/// What your application does when a round of signing has ended at OKdokument. Every method has a default that does nothing; the rules are those of
/// <see cref="IOkSignEventHandler"/>.
/// </summary>
#pragma warning disable CA1711 // It handles events, and is no delegate.
public interface IOkDokumentEventHandler
#pragma warning restore CA1711
{
    /// <summary>The signer has signed and submitted.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task RoundSignedAsync(RoundEnded round, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The signer has cancelled.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task RoundCanceledAsync(RoundEnded round, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// The round is over, and the service does not tell how any more: a call of its own failed (<c>errorsendinfo</c>). Download the document and look.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or after <see cref="OkSignEventOptions.HandlerTimeout"/>.</param>
    Task RoundUncertainAsync(RoundEnded round, CancellationToken cancellationToken) => Task.CompletedTask;
}
