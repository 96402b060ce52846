using System.Globalization;

namespace OkSign.Client.CallbackLoad;

/// <summary>What the command line says.</summary>
/// <param name="Rate">Callbacks a second.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="IsDurable">Whether events are kept in SQLite, by the sample's store, instead of in memory.</param>
internal sealed record LoadArguments(int Rate, int Seconds, bool IsDurable)
{
    public const string Usage = """
        Sends callbacks to a host whose service is a stand-in on this machine, every tenth twice, and counts what the handler gets.

          --rate N       callbacks a second (200)
          --seconds N    for how long (60)
          --store NAME   where events are kept: memory, or sqlite, the sample's store (memory)
        """;

    /// <exception cref="FormatException">Something is wrong with it.</exception>
    public static LoadArguments Parse(string[] args)
    {
        var arguments = new LoadArguments(Rate: 200, Seconds: 60, IsDurable: false);
        for (int index = 0; index < args.Length; index += 2)
        {
            string value = index + 1 < args.Length ? args[index + 1] : "";
            arguments = (args[index], value) switch
            {
                ("--rate", _) when Number(value) is { } rate => arguments with { Rate = rate },
                ("--seconds", _) when Number(value) is { } seconds => arguments with { Seconds = seconds },
                ("--store", "memory" or "sqlite") => arguments with { IsDurable = value == "sqlite" },
                _ => throw new FormatException($"{args[index]} {value} is not understood.\n\n{Usage}"),
            };
        }

        return arguments;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
