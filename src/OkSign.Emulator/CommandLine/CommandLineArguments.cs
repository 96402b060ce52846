using System.Globalization;
using OkSign.Emulator.Account;

namespace OkSign.Emulator.CommandLine;

/// <summary>The arguments of the stand-alone emulator.</summary>
internal sealed record CommandLineArguments(bool Help, OkSignEmulatorOptions Options)
{
    public const string Usage = """
        A stand-in for the OKSign service on this machine. Everything in it is forgotten when it stops.

        Usage: OkSign.Emulator [options]

          --port <number>            the port on 127.0.0.1; a free one by default
          --authorization <a;t;o>    account number;authentication token;organizational token; random by default
          --credits <number>         the credits of the account; 125 by default
          --help                     this text

        A signing link opens in a browser, or is signed with: curl -X POST "<signing link>"
        """;

    /// <exception cref="FormatException">With one line about what is wrong.</exception>
    public static CommandLineArguments Parse(IReadOnlyList<string> arguments)
    {
        var options = new OkSignEmulatorOptions();
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            if (name is "--help" or "-h")
            {
                return new CommandLineArguments(Help: true, options);
            }

            // Before the value, so that a misspelt name is told as such.
            Action<string> set = Setter(name, options);
            set(++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value."));
        }

        return new CommandLineArguments(Help: false, options);
    }

    private static Action<string> Setter(string name, OkSignEmulatorOptions options) => name switch
    {
        "--port" => value => options.Port = ParsePort(value),
        "--authorization" => value => options.Authorization = ParseAuthorization(value),
        "--credits" => value => options.Credits = ParseCredits(value),
        _ => throw new FormatException($"Unknown argument {name}; see --help."),
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
}
