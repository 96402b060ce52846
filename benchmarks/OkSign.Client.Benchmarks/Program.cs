using OkSign.Client.Benchmarks;

switch (args)
{
    case ["benchmark", .. string[] filters]:
        await BenchmarkRun.RunAsync(filters);
        return 0;
    case ["harness", .. string[] flags]:
        return await new Harness(isGate: flags.Contains("--gate")).RunAsync() || !flags.Contains("--gate") ? 0 : 1;
    case ["server"]:
        await CannedServer.RunAsync();
        return 0;
    case ["measure", string measure, string contender, string address, .. string[] rest]:
        await Measurement.RunAsync(measure, contender, new Uri(address), rest);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            benchmark [filters]   times and allocations of all scenarios by BenchmarkDotNet
            harness               the goals of docs/performance.md, measured in fresh processes
            harness --gate        only the goals that do not depend on the machine's speed; ends with 1 when one is missed
            """);
        return 2;
}
