namespace OkSign.Client;

/// <summary>One step of <see cref="DocumentsClient.WatchSignedAsync"/>: a signature, a failed call, or that there was nothing new.</summary>
/// <param name="checkpoint">Where to go on when this is handled.</param>
public sealed class SignedFeedItem(SignedFeedCheckpoint checkpoint)
{
    /// <summary>The signature; null when a call failed or brought nothing new.</summary>
    public SigningEvent? Event { get; init; }

    /// <summary>Why a call failed, for a log: it is made again after <see cref="SignedFeedOptions.Interval"/>, and nothing is missed.</summary>
    public OkSignException? Failure { get; init; }

    /// <summary>Where to go on after a restart. Store its text when <see cref="Event"/> is handled, also when there is none.</summary>
    public SignedFeedCheckpoint Checkpoint { get; } = checkpoint;
}
