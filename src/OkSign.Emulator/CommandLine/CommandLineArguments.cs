using System.Globalization;
using OkSign.Emulator.Account;

namespace OkSign.Emulator.CommandLine;

/// <summary>The arguments of the stand-alone emulator.</summary>
internal sealed class CommandLineArguments
{
    public const string Usage = """
        A stand-in for the services OKSign and OKdokument on this machine. Everything in it is forgotten when it stops.

        Usage: OkSign.Emulator [options]

          --port <number>            the port on 127.0.0.1; a free one by default
          --authorization <a;t;o>    account number;authentication token;organizational token; random by default
          --credits <number>         the credits of the account; 125 by default
          --faults <share>           lets a share of the requests go wrong, 0 to 1, such as 0.2; none by default
          --seed <number>            the same seed gives the same faults; 1 by default
          --rate-limits <on|off>     whether too many calls are answered by HTTP 429; off by default
          --session-answers <url|token|both>
                                     what SignExpress.create and EditorExpress.create answer; url by default
          --okdokument-key <key>     the API key of OKdokument; random by default
          --signature-requests <n>   the signature requests of OKdokument; 100 by default
          --help                     this text

        A signing link opens in a browser, or is signed with: curl -X POST "<signing link>"
        The dashboard, the last address that is printed, shows in a browser what happens.
        """;

    public OkSignEmulatorOptions Options { get; } = new();

    public bool Help { get; private set; }

    /// <summary>The share of the requests that go wrong.</summary>
    public double Faults { get; private set; }

    public int Seed { get; private set; } = 1;

    /// <exception cref="FormatException">With one line about what is wrong.</exception>
    public static CommandLineArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new CommandLineArguments();
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            if (name is "--help" or "-h")
            {
                parsed.Help = true;
                return parsed;
            }

            // Before the value, so that a misspelt name is told as such.
            Action<string> set = parsed.Setter(name);
            set(++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value."));
        }

        return parsed;
    }

    private Action<string> Setter(string name) => name switch
    {
        "--port" => value => Options.Port = ParsePort(value),
        "--authorization" => value => Options.Authorization = ParseAuthorization(value),
        "--credits" => value => Options.Credits = ParseCredits(value),
        "--faults" => value => Faults = ParseShare(value),
        "--seed" => value => Seed = ParseSeed(value),
        "--rate-limits" => value => Options.EnforceRateLimits = ParseSwitch(name, value),
        "--session-answers" => value => Options.WireVariants.SignExpressAnswer = Options.WireVariants.EditorExpressAnswer = ParseSessionAnswer(value),
        "--okdokument-key" => value => Options.OkDokument.ApiKey = ParseKey(value),
        "--signature-requests" => value => Options.OkDokument.SignatureRequests = ParseSignatureRequests(value),
        _ => throw new FormatException($"Unknown argument {name}; see --help."),
    };

    private static SessionAnswer ParseSessionAnswer(string value) => value switch
    {
        "url" => SessionAnswer.Url,
        "token" => SessionAnswer.Token,
        "both" => SessionAnswer.UrlAndToken,
        _ => throw new FormatException($"--session-answers must be url, token or both, not {value}."),
    };

    private static int ParsePort(string value)
        => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? port
            : throw new FormatException($"--port must be a number from 0 to {ushort.MaxValue}, not {value}.");

    private static string ParseAuthorization(string value)
        => Credentials.TryParse(value, out _)
            ? value
            : throw new FormatException("--authorization must be \"account number;authentication token;organizational token\".");

    private static decimal ParseCredits(string value)
        => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal credits)
            ? credits
            : throw new FormatException($"--credits must be a number such as 125 or 12.5, not {value}.");

    private static double ParseShare(string value)
        => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share <= 1
            ? share
            : throw new FormatException($"--faults must be a number from 0 to 1 such as 0.2, not {value}.");

    private static string ParseKey(string value)
        => OkDokumentEmulatorOptions.IsVisibleAscii(value)
            ? value
            : throw new FormatException("--okdokument-key must be visible ASCII characters without spaces.");

    private static int ParseSignatureRequests(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int requests)
            ? requests
            : throw new FormatException($"--signature-requests must be a whole number, not {value}.");

    private static int ParseSeed(string value)
        => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw new FormatException($"--seed must be a whole number, not {value}.");

    private static bool ParseSwitch(string name, string value) => value switch
    {
        "on" => true,
        "off" => false,
        _ => throw new FormatException($"{name} must be on or off, not {value}."),
    };
}
