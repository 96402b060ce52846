namespace OkSign.Client;

/// <summary>The services' own header names.</summary>
internal static class WireHeaders
{
    public const string Authorization = "x-oksign-authorization";
    public const string ApiKey = "x-api-key";
    public const string DocId = "x-oksign-docid";
    public const string FileName = "x-oksign-filename";
    public const string StartTime = "x-oksign-starttime";
    public const string EndTime = "x-oksign-endtime";

    /// <summary>What every call accepts, also the ones that answer with a PDF: that is what the service's own examples send.</summary>
    public const string AcceptJson = "accept: " + JsonMediaType;

    public const string AcceptAny = "accept: */*";

    public const string JsonMediaType = "application/json; charset=utf-8";

    private static readonly string[] ClientsOwn = [Authorization, ApiKey, "host", "content-length", "transfer-encoding"];

    /// <summary>The headers whose values may stand in a log at Trace level. All others, known or not, are hidden.</summary>
    public static readonly HashSet<string> Loggable = new(StringComparer.OrdinalIgnoreCase)
    {
        DocId,
        StartTime,
        EndTime,
        "accept",
        "content-length",
        "content-type",
        "date",
        "retry-after",
    };

    /// <summary>The headers that only the client itself may set.</summary>
    public static bool IsClientsOwn(string name) => ClientsOwn.Contains(name, StringComparer.OrdinalIgnoreCase);
}
