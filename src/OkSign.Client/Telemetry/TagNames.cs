namespace OkSign.Client;

/// <summary>The tags of spans and metrics, all of them; docs/observability.md has the same list. All but the first are OpenTelemetry's.</summary>
internal static class TagNames
{
    public const string Operation = "oksign.operation.name";
    public const string ErrorType = "error.type";
    public const string RequestMethod = "http.request.method";
    public const string ResendCount = "http.request.resend_count";
    public const string StatusCode = "http.response.status_code";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Template = "url.template";
}
