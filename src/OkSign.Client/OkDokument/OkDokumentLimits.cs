namespace OkSign.Client.OkDokument;

/// <summary>What the service says of how long it keeps things. It is no archive: download what is signed, then delete it there.</summary>
public static class OkDokumentLimits
{
    /// <summary>How long a signed document stays after it was signed: 10 days.</summary>
    public static TimeSpan SignedRetention { get; } = TimeSpan.FromDays(10);

    /// <summary>How long a document that nobody signed stays after it was uploaded: 30 days. One older remark says 60.</summary>
    public static TimeSpan UnsignedRetention { get; } = TimeSpan.FromDays(30);

    /// <summary>How long a signing link works unless <see cref="SignatureRequestSettings.ExpirationTime"/> is set: 24 hours.</summary>
    public static TimeSpan UsualExpiration { get; } = TimeSpan.FromHours(24);

    /// <summary>How far ahead <see cref="SignatureRequestSettings.ExpirationTime"/> may be: 10 days.</summary>
    public static TimeSpan LongestExpiration { get; } = TimeSpan.FromDays(10);
}
