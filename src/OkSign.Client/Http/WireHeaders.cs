namespace OkSign.Client;

/// <summary>The service's own header names.</summary>
internal static class WireHeaders
{
    public const string Authorization = "x-oksign-authorization";
    public const string DocumentId = "x-oksign-docid";
    public const string FileName = "x-oksign-filename";
    public const string StartTime = "x-oksign-starttime";
    public const string EndTime = "x-oksign-endtime";

    /// <summary>What every call accepts, also the ones that answer with a PDF: that is what the service's own examples send.</summary>
    public const string AcceptJson = "accept: application/json; charset=utf-8";
}
