namespace OkSign.Emulator.Signing;

/// <summary>A way to sign: its key in <c>signingoptions</c> and its label in metadata.</summary>
internal sealed record SigningMethod(string Key, string Label)
{
    public static readonly SigningMethod Eid = new("eid", "eID") { CertificateProvider = "Belgian eID" };
    public static readonly SigningMethod Itsme = new("itsme", "Itsme") { CertificateProvider = "itsme" };
    public static readonly SigningMethod Tan = new("tan", "TAN");
    public static readonly SigningMethod Pen = new("pen", "Pen");
    public static readonly SigningMethod SmartId = new("smartid", "Smart-ID");

    public static IReadOnlyList<SigningMethod> All { get; } = [Eid, Itsme, Tan, Pen, SmartId];

    /// <summary>Who vouches for the signer's certificate; null for a method without X.509 signatures.</summary>
    public string? CertificateProvider { get; private init; }

    public bool IsX509 => CertificateProvider is not null;

    /// <summary>Finds a method by its key or label, in any letter case.</summary>
    public static SigningMethod? Find(string keyOrLabel) => All.FirstOrDefault(method =>
        method.Key.Equals(keyOrLabel, StringComparison.OrdinalIgnoreCase)
        || method.Label.Equals(keyOrLabel, StringComparison.OrdinalIgnoreCase));
}
