using System.Globalization;

namespace OkSign.Client.Soak;

/// <summary>How long, how much at a time, and how bad.</summary>
internal sealed record SoakArguments
{
    public int Operations { get; init; } = 20_000;

    public int AtATime { get; init; } = 64;

    public double Faults { get; init; } = 0.2;

    public int Seed { get; init; } = 1;

    public static SoakArguments Parse(string[] args)
    {
        if (args.Length % 2 != 0)
        {
            throw new FormatException("Each option has a value.");
        }

        return args.Chunk(2).Aggregate(new SoakArguments(), static (arguments, option) => option[0] switch
        {
            "--operations" => arguments with { Operations = int.Parse(option[1], CultureInfo.InvariantCulture) },
            "--at-a-time" => arguments with { AtATime = int.Parse(option[1], CultureInfo.InvariantCulture) },
            "--faults" => arguments with { Faults = double.Parse(option[1], CultureInfo.InvariantCulture) },
            "--seed" => arguments with { Seed = int.Parse(option[1], CultureInfo.InvariantCulture) },
            _ => throw new FormatException($"There is no option {option[0]}."),
        });
    }
}
