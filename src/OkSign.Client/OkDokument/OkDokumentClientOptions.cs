namespace OkSign.Client.OkDokument;

/// <summary>Settings of an <see cref="OkDokumentClient"/>.</summary>
/// <remarks>Its <see cref="ServiceClientOptions.BaseAddress"/> is the host alone: the paths begin with <c>/JSON</c>. It overrules <see cref="Host"/>.</remarks>
public sealed class OkDokumentClientOptions : ServiceClientOptions
{
    internal static readonly ServiceTraits Traits = new("ApiKey", OkDokumentOperations.All, StatusCodeAnswers.Shared, HasIdsInPaths: true);

    /// <summary><see cref="OkDokumentHost.Production"/>: <c>https://api.okdokument.com/</c>.</summary>
    public static Uri ProductionBaseAddress { get; } = new("https://api.okdokument.com/");

    /// <summary><see cref="OkDokumentHost.Test"/>: <c>https://apidev.okdokument.com/</c>.</summary>
    public static Uri TestBaseAddress { get; } = new("https://apidev.okdokument.com/");

    /// <summary>The key of the application. In a configuration section: <c>ApiKey</c>.</summary>
    public OkDokumentApiKey? Credentials { get; set; }

    /// <summary>Which of the service's hosts to use: the production one unless set.</summary>
    public OkDokumentHost Host { get; set; }

    /// <summary>How disputed facts look on the wire.</summary>
    public OkDokumentWireProfile Wire { get; } = new();

    internal override ServiceTraits GetTraits() => Traits;

    internal override Uri GetUsualBaseAddress() => Host == OkDokumentHost.Test ? TestBaseAddress : ProductionBaseAddress;

    internal override ServiceKey? GetKey() => Credentials?.Key;

    internal override IDictionary<string, WireForm> GetForms() => Wire.Operations;

    internal override IEnumerable<string> GetOwnProblems()
    {
        if (Host is not (OkDokumentHost.Production or OkDokumentHost.Test))
        {
            yield return "Host: Production or Test.";
        }

        if (string.IsNullOrEmpty(Wire.FinalRecipientSeparator))
        {
            yield return "Wire:FinalRecipientSeparator: something is needed between addresses.";
        }
    }
}
