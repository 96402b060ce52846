using OkSign.Client.OkDokument;

namespace OkDokumentConsole;

/// <summary>What the user asked for on the command line and in the environment.</summary>
internal sealed record Arguments(IReadOnlyList<UseCase> UseCases, string Folder, OkDokumentApiKey? Key)
{
    public static string Usage { get; } = $"""
        OkDokumentConsole: the four ways to get a document signed by OKdokument.

        {string.Join(Environment.NewLine, UseCase.All.Select(useCase => $"  {useCase.Name,-12}  {useCase.Title}"))}

          --out FOLDER  where the signed documents go (by default "signed" in the current folder)
          --help        this text

        Name some of them, or none for all. With a key in OKDOKUMENT_API_KEY the service's test host is used, and the links
        are for you to open. Without one, everything happens in an emulator inside this program, whose signers sign by script.
        """;

    /// <returns>Null when the user asks for help.</returns>
    /// <exception cref="ArgumentException">Something is wrong with them; the message is for the user.</exception>
    public static Arguments? Parse(string[] args)
    {
        List<UseCase> useCases = [];
        string folder = "signed";
        for (int index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--help":
                    return null;
                case "--out":
                    folder = ++index < args.Length ? args[index] : throw new ArgumentException("--out needs a value. See --help.");
                    break;
                default:
                    useCases.Add(UseCase.All.FirstOrDefault(known => known.Name == args[index])
                        ?? throw new ArgumentException($"{args[index]} is not known. See --help."));
                    break;
            }
        }

        return new Arguments(useCases.Count > 0 ? useCases : UseCase.All, folder, KeyFromEnvironment());
    }

    private static OkDokumentApiKey? KeyFromEnvironment()
    {
        string? text = Environment.GetEnvironmentVariable(OkDokumentApiKey.EnvironmentVariable);
        return string.IsNullOrWhiteSpace(text) ? null
            : OkDokumentApiKey.TryParse(text, out OkDokumentApiKey? key) ? key
            : throw new ArgumentException($"{OkDokumentApiKey.EnvironmentVariable} is not a key.");
    }
}
