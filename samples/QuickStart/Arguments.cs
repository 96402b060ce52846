using OkSign.Client;

namespace QuickStart;

/// <summary>What the user asked for on the command line and in the environment.</summary>
internal sealed record Arguments(string File, string Folder, PageNumber Page, OkSignCredentials? Credentials, Uri BaseAddress)
{
    public const string Usage = """
        QuickStart: sends a document, gets it signed, files the signed copy and its audit trail.

          --file PATH   the PDF or Word document to send (by default a contract made for this sample)
          --out FOLDER  where the results go (by default "signed" in the current folder)
          --page N      the page, from 1 on, on which the signatures go (by default 1; 2 for the sample's own contract)
          --help        this text

        With the account's key in OKSIGN_AUTHORIZATION the real service is used and real signers are waited for
        (OKSIGN_BASE_ADDRESS names another one, such as an emulator that runs by itself).
        Without it, everything happens in an emulator inside this program, whose signers sign by script.
        """;

    private const string BaseAddressVariable = "OKSIGN_BASE_ADDRESS";

    private static readonly string OwnContract = Path.Combine(AppContext.BaseDirectory, "contract.pdf");

    /// <returns>Null when the user asks for help.</returns>
    /// <exception cref="ArgumentException">Something is wrong with them; the message is for the user.</exception>
    public static Arguments? Parse(string[] args)
    {
        string? file = null;
        string folder = "signed";
        int? page = null;
        for (int index = 0; index < args.Length; index += 2)
        {
            string value = index + 1 < args.Length ? args[index + 1] : "";
            switch (args[index])
            {
                case "--help":
                    return null;
                case "--file" or "--out" or "--page" when value.Length == 0:
                    throw new ArgumentException($"{args[index]} needs a value. See --help.");
                case "--file":
                    file = value;
                    break;
                case "--out":
                    folder = value;
                    break;
                case "--page" when int.TryParse(value, out int number) && number >= 1:
                    page = number;
                    break;
                case "--page":
                    throw new ArgumentException("--page needs a number from 1 on.");
                default:
                    throw new ArgumentException($"{args[index]} is not known. See --help.");
            }
        }

        return new Arguments(file ?? OwnContract, folder, page ?? (file is null ? 2 : 1), CredentialsFromEnvironment(), BaseAddressFromEnvironment());
    }

    private static OkSignCredentials? CredentialsFromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(OkSignCredentials.EnvironmentVariable);
        return string.IsNullOrWhiteSpace(text) ? null
            : OkSignCredentials.TryParse(text, out OkSignCredentials? credentials) ? credentials
            : throw new ArgumentException($"{OkSignCredentials.EnvironmentVariable} is not a key: account number, authentication token and organizational token, joined by ';'.");
    }

    private static Uri BaseAddressFromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(BaseAddressVariable);
        return string.IsNullOrWhiteSpace(text) ? OkSignClientOptions.DefaultBaseAddress
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
            : throw new ArgumentException($"{BaseAddressVariable} is not an address.");
    }
}
