using System.Diagnostics;

namespace OkSign.Tests.Shared;

/// <summary>Another program, as a second opinion. A test skips where it is not installed, unless the environment says that it must be there.</summary>
internal static class Tool
{
    /// <summary>The environment variable that turns a missing tool into a failure.</summary>
    private const string RequireVariable = "OKSIGN_TESTS_REQUIRE_TOOLS";

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Unmeasured(start);
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        CancellationToken token = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(token);
        Task<string> error = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Leaves a program out of the measurement of coverage, which would have it run other code than its own.</summary>
    public static ProcessStartInfo Unmeasured(ProcessStartInfo start)
    {
        start.Environment["CORECLR_ENABLE_PROFILING"] = "0";
        return start;
    }

    /// <summary>Skips the test, or fails it, where a program is not installed.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="debianPackage">What has it in Debian.</param>
    public static void Require(string program, string debianPackage)
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
        if (!isThere && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(RequireVariable)))
        {
            Assert.Skip($"{program} is not installed (Debian has it in its package {debianPackage}).");
        }

        Assert.True(isThere, $"{program} is not installed, and {RequireVariable} says that it must be.");
    }
}
