namespace OkSign.Client;

/// <summary>Settings of an <see cref="OkSignClient"/>.</summary>
/// <remarks>Its <see cref="ServiceClientOptions.BaseAddress"/> goes up to and without the version (<c>/v1</c>).</remarks>
public sealed class OkSignClientOptions : ServiceClientOptions
{
    internal static readonly ServiceTraits Traits = new("Authorization", KnownOperations.All, EnvelopeAnswers.Shared, HasIdsInPaths: false);

    /// <summary>The public service: <c>https://www.oksign.be/services/rest/</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://www.oksign.be/services/rest/");

    /// <summary>The key of the account. In a configuration section: <c>Authorization</c>, the three parts joined by <c>;</c>.</summary>
    public OkSignCredentials? Credentials { get; set; }

    /// <summary>How disputed operations look on the wire.</summary>
    public WireProfile Wire { get; } = new();

    internal override ServiceTraits GetTraits() => Traits;

    internal override Uri GetUsualBaseAddress() => DefaultBaseAddress;

    internal override ServiceKey? GetKey() => Credentials?.Key;

    internal override IDictionary<string, WireForm> GetForms() => Wire.Operations;
}
