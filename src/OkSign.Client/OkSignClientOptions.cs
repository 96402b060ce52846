namespace OkSign.Client;

/// <summary>Settings of an <see cref="OkSignClient"/>.</summary>
public sealed class OkSignClientOptions
{
    /// <summary>The public service: <c>https://www.oksign.be/services/rest/</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://www.oksign.be/services/rest/");

    /// <summary>The key of the account. In a configuration section: <c>Authorization</c>, the three parts joined by <c>;</c>.</summary>
    public OkSignCredentials? Credentials { get; set; }

    /// <summary>
    /// Where the service is, up to and without the version (<c>/v1</c>). Only <c>https</c>, or <c>http</c> on this very machine
    /// for an emulator: the credentials travel with every call.
    /// </summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>
    /// The size up to which a document is uploaded, in bytes: 10 MB (10,485,760 bytes), as the service has it, unless set.
    /// </summary>
    public long MaxDocumentSize { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long one request may wait for its answer: 100 seconds unless set. The transfer of a document does not count.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long the transfer of a document may stand still: 30 seconds unless set.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How failed reads are repeated.</summary>
    public OkSignRetryOptions Retry { get; } = new();

    internal Timeouts ToTimeouts(TimeProvider timeProvider) => new(AttemptTimeout, IdleTimeout, timeProvider);
}
