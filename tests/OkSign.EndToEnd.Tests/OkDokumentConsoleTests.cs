using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>The OkDokumentConsole sample as a user runs it: a program of its own.</summary>
public sealed class OkDokumentConsoleTests
{
    // Where it was built, and not its copy beside the tests: that one lacks what the program has from ASP.NET Core.
    private static readonly string Program = Path.Combine(
        Repository.PathOf("samples/OkDokumentConsole"),
        Path.GetRelativePath(Repository.PathOf("tests/OkSign.EndToEnd.Tests"), AppContext.BaseDirectory),
        "OkDokumentConsole.dll");

    private static readonly Dictionary<string, string?> NoKey = new() { ["OKDOKUMENT_API_KEY"] = null };

    [Theory]
    [InlineData("simple")]
    [InlineData("redirect")]
    [InlineData("sendinfo")]
    [InlineData("rounds")]
    public async Task Run_OneUseCase_FilesWhatWasSigned(string useCase)
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output, string error) = await RunAsync(NoKey, useCase, "--out", folder.Path);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Done.", output, StringComparison.Ordinal);
        byte[] signed = await File.ReadAllBytesAsync(folder[$"{useCase}.pdf"], TestContext.Current.CancellationToken);
        Assert.Contains("Lease agreement", string.Concat(Pdf.PageTextsOf(signed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutArguments_RunsAllFour()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output, _) = await RunAsync(NoKey, "--out", folder.Path);

        Assert.Equal(0, exitCode);
        Assert.Equal(4, Directory.GetFiles(folder.Path, "*.pdf").Length);
        Assert.Contains("5 credits used, 95 left", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--out")]
    [InlineData("nonsense")]
    public async Task Run_WithWrongInput_SaysSoInOneLine(params string[] arguments)
    {
        (int exitCode, _, string error) = await RunAsync(NoKey, arguments);

        Assert.Equal(2, exitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Run_WithAWrongKey_SaysSoWithoutShowingIt()
    {
        (int exitCode, _, string error) = await RunAsync(new Dictionary<string, string?> { ["OKDOKUMENT_API_KEY"] = "my secret" });

        Assert.Equal(2, exitCode);
        Assert.Contains("OKDOKUMENT_API_KEY", error, StringComparison.Ordinal);
        Assert.DoesNotContain("my secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AskedForHelp_ShowsIt()
    {
        (int exitCode, string output, _) = await RunAsync(NoKey, "--help");

        Assert.Equal(0, exitCode);
        Assert.All(["simple", "redirect", "sendinfo", "rounds"], useCase => Assert.Contains(useCase, output, StringComparison.Ordinal));
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
        => Tool.RunAsync("dotnet", [Program, .. arguments], environment);
}
