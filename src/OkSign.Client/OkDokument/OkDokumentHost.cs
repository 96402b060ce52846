namespace OkSign.Client.OkDokument;

/// <summary>The hosts of the service.</summary>
public enum OkDokumentHost
{
    /// <summary><c>https://api.okdokument.com</c>: what is signed there counts, and costs credits.</summary>
    Production,

    /// <summary><c>https://apidev.okdokument.com</c>: for trying things out, with a key of its own.</summary>
    Test,
}
