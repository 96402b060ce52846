using OkSign.Client;

namespace OkSign.Smoke;

/// <summary>Which service a smoke app talks to. The stand-alone emulator prints both values.</summary>
internal sealed record SmokeArguments(Uri BaseAddress, string Authorization)
{
    public const string Usage = "Usage: --base-address <address> --authorization <key>";

    /// <summary>The arguments, or null where they are others, or not all.</summary>
    public static SmokeArguments? TryParse(string[] args)
        => args is ["--base-address", var address, "--authorization", var key] && Uri.TryCreate(address, UriKind.Absolute, out Uri? baseAddress)
            ? new SmokeArguments(baseAddress, key)
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
}
