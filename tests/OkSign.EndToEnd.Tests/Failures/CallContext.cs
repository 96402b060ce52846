namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What a call and those who watch it tell each other.</summary>
internal sealed class CallContext(bool isDownload, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the call reads a download.</summary>
    public bool IsDownload => isDownload;

    public CancellationToken Token => cancellationToken;

    /// <summary>Is done when a download has begun: the client has given out its stream.</summary>
    public Task Begun => _begun.Task;

    public void Begin() => _begun.TrySetResult();
}
