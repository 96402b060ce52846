using System.Globalization;
using OkSign.Client;

namespace SharedLimit;

/// <summary>What the program was asked to do.</summary>
/// <param name="Count">How many documents to upload.</param>
/// <param name="Redis">Where the limit is kept that this program shares with others; null for one of its own.</param>
/// <param name="Credentials">The key of the account.</param>
/// <param name="BaseAddress">Where the service is.</param>
internal sealed record Arguments(int Count, string? Redis, OkSignCredentials Credentials, Uri BaseAddress)
{
    public const string Usage = """
        Uploads documents together with other instances of this program, never faster than the service allows.
        Press Enter to start.

          --count NUMBER     how many; 20 by default
          --redis ADDRESS    the Redis that all instances share, such as localhost:6379; !/path/to/socket for a socket
          --alone            with a limit of its own instead, to see what happens then

        The key is taken from OKSIGN_AUTHORIZATION, the address of an emulator from OKSIGN_BASE_ADDRESS.
        """;

    private const string BaseAddressVariable = "OKSIGN_BASE_ADDRESS";

    /// <summary>Null when they make no sense.</summary>
    public static Arguments? TryParse(string[] args)
    {
        int count = 20;
        string? redis = "localhost:6379";
        for (int index = 0; index < args.Length; index++)
        {
            switch (args[index..])
            {
                case ["--count", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count):
                    index++;
                    break;
                case ["--redis", var address, ..]:
                    redis = address;
                    index++;
                    break;
                case ["--alone", ..]:
                    redis = null;
                    break;
                default:
                    return null;
            }
        }

        return new Arguments(count, redis, OkSignCredentials.FromEnvironment(), BaseAddressFromEnvironment());
    }

    private static Uri BaseAddressFromEnvironment()
        => Environment.GetEnvironmentVariable(BaseAddressVariable) is { Length: > 0 } text
            ? new Uri(text)
            : OkSignClientOptions.DefaultBaseAddress;
}
