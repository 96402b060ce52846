// Tells from Stryker's report the score by file, and each mutant that no test refused: those that were cut off too, for they may only have been slow.
using System.Text.Json.Nodes;

JsonObject files = JsonNode.Parse(File.ReadAllText(args[0]))!["files"]!.AsObject();
Tested[] tested =
[
    .. files.Select(static file => new Tested(file.Key, file.Value!["source"]!.GetValue<string>().Split('\n'), Mutant.Of(file.Value["mutants"]!.AsArray())))
        .Where(static file => file.Mutants.Length > 0)
        .OrderBy(static file => file.Name, StringComparer.Ordinal),
];

Console.WriteLine("| file | mutants | killed | timed out | survived | not covered | score |");
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (Tested file in tested)
{
    Console.WriteLine(Row(file.Name, file.Mutants));
}

Console.WriteLine(Row("**all**", [.. tested.SelectMany(static file => file.Mutants)]));

foreach (Tested file in tested.Where(static file => file.Mutants.Any(static mutant => !mutant.IsKilled)))
{
    Console.WriteLine($"\n{file.Name}");
    foreach (Mutant mutant in file.Mutants.Where(static mutant => !mutant.IsKilled))
    {
        Console.WriteLine($"  line {mutant.Line}, {mutant.Status}, {mutant.Kind}: {file.Lines[mutant.Line - 1].Trim()}");
        Console.WriteLine($"    -> {string.Join(' ', mutant.Replacement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
    }
}

static string Row(string name, Mutant[] mutants)
    => $"| {name} | {mutants.Length} | {Count(mutants, "Killed")} | {Count(mutants, "Timeout")} | {Count(mutants, "Survived")} | {Count(mutants, "NoCoverage")} "
        + $"| {100.0 * mutants.Count(static mutant => mutant.IsNoticed) / mutants.Length:F1} % |";

static int Count(Mutant[] mutants, string status) => mutants.Count(mutant => mutant.Status == status);

internal sealed record Tested(string Path, string[] Lines, Mutant[] Mutants)
{
    public string Name => Path[(Path.IndexOf("OkSign.Client/", StringComparison.Ordinal) + "OkSign.Client/".Length)..];
}

internal sealed record Mutant(string Status, string Kind, string Replacement, int Line)
{
    public bool IsKilled => Status is "Killed";

    public bool IsNoticed => IsKilled || Status is "Timeout";

    /// <summary>Those that count: not what does not compile, nor what is out of scope.</summary>
    public static Mutant[] Of(JsonArray mutants)
        => [.. mutants.Select(static mutant => From(mutant!)).Where(static mutant => mutant.Status is not ("Ignored" or "CompileError"))];

    private static Mutant From(JsonNode mutant)
        => new(
            mutant["status"]!.GetValue<string>(),
            mutant["mutatorName"]!.GetValue<string>(),
            mutant["replacement"]?.GetValue<string>() ?? "",
            mutant["location"]!["start"]!["line"]!.GetValue<int>());
}
