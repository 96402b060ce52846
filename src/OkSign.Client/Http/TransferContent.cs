namespace OkSign.Client;

/// <summary>A request body that may take long and tells how it moves on, so that its time is measured by progress.</summary>
internal abstract class TransferContent : HttpContent
{
    /// <summary>Told after every chunk, and with true after the last one.</summary>
    public Action<bool>? Progress { get; set; }
}
