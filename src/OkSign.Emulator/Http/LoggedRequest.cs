namespace OkSign.Emulator.Http;

/// <summary>A place in the log, in which a request is described anew when there is more to tell.</summary>
internal sealed class LoggedRequest(RecordedRequest request)
{
    private volatile RecordedRequest _request = request;

    public RecordedRequest Request
    {
        get => _request;
        set => _request = value;
    }
}
