using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkSign.Smoke;

/// <summary>Which services a smoke app talks to. The stand-alone emulator prints all four values.</summary>
internal sealed record SmokeArguments(Uri BaseAddress, string Authorization, Uri OkDokumentBaseAddress, string OkDokumentApiKey)
{
    public const string Usage = "Usage: --base-address <address> --authorization <key> --okdokument-base-address <address> --okdokument-api-key <key>";

    /// <summary>The arguments, or null where they are others, or not all.</summary>
    public static SmokeArguments? TryParse(string[] args)
        => args is ["--base-address", var address, "--authorization", var key, "--okdokument-base-address", var dokumentAddress, "--okdokument-api-key", var apiKey]
            && Uri.TryCreate(address, UriKind.Absolute, out Uri? baseAddress)
            && Uri.TryCreate(dokumentAddress, UriKind.Absolute, out Uri? dokumentBaseAddress)
                ? new SmokeArguments(baseAddress, key, dokumentBaseAddress, apiKey)
                : null;

    public OkSignClient CreateClient(Action<OkSignClientOptions>? configure = null, HttpMessageHandler? network = null)
        => OkSignClient.Create(
            OkSignCredentials.Parse(Authorization),
            options =>
            {
                options.BaseAddress = BaseAddress;
                configure?.Invoke(options);
            },
            network);

    public OkDokumentClient CreateOkDokumentClient(Action<OkDokumentClientOptions>? configure = null, HttpMessageHandler? network = null)
        => OkDokumentClient.Create(
            new OkDokumentApiKey(OkDokumentApiKey),
            options =>
            {
                options.BaseAddress = OkDokumentBaseAddress;
                configure?.Invoke(options);
            },
            network);
}
