using System.Diagnostics;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>The QuickStart sample as a user runs it: a program of its own.</summary>
public sealed class QuickStartTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "QuickStart.dll");
    private static readonly Dictionary<string, string?> NoCredentials = new() { ["OKSIGN_AUTHORIZATION"] = null };

    [Fact]
    public async Task Run_WithoutArguments_FilesTheSignedContractAndItsAuditTrail()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output, string error) = await RunAsync(NoCredentials, "--out", folder.Path);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Anna Example: http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("2 of 2 signatures", output, StringComparison.Ordinal);
        string text = string.Concat(Pdf.PageTextsOf(await File.ReadAllBytesAsync(folder["contract.signed.pdf"], TestContext.Current.CancellationToken)));
        Assert.All(["Service agreement", "Anna Example", "Bert Example"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.True(File.Exists(folder["contract.audit.pdf"]));
    }

    [Fact]
    public async Task Run_WithAFile_SendsThatFile()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["Übergabe.pdf"], Pdf.WithPages("My own words"), TestContext.Current.CancellationToken);

        (int exitCode, _, string error) = await RunAsync(NoCredentials, "--file", folder["Übergabe.pdf"], "--out", folder["out"]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.True(File.Exists(folder["out/Übergabe.signed.pdf"]));
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--file")]
    [InlineData("--file", "no-such-file.pdf")]
    [InlineData("--page", "zero")]
    [InlineData("--page", "9")]
    public async Task Run_WithWrongInput_SaysSoInOneLine(params string[] arguments)
    {
        (int exitCode, _, string error) = await RunAsync(NoCredentials, arguments);

        Assert.Equal(2, exitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Run_WithAPageThatOnlyTheServiceCanCount_SaysSoInOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["contract.docx"], Word.WithParagraphs("Contract"), TestContext.Current.CancellationToken);

        (int exitCode, _, string error) = await RunAsync(NoCredentials, "--file", folder["contract.docx"], "--page", "9", "--out", folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("FormDesc.upload", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAWrongKey_SaysSoWithoutShowingIt()
    {
        var environment = new Dictionary<string, string?> { ["OKSIGN_AUTHORIZATION"] = "123456;my-secret" };

        (int exitCode, _, string error) = await RunAsync(environment);

        Assert.Equal(2, exitCode);
        Assert.Contains("OKSIGN_AUTHORIZATION", error, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AskedForHelp_ShowsIt()
    {
        (int exitCode, string output, _) = await RunAsync(NoCredentials, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--file PATH", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAKeyAndAnAddress_TalksToThatService()
    {
        await using Service service = await Service.StartAsync();
        var environment = new Dictionary<string, string?>
        {
            ["OKSIGN_AUTHORIZATION"] = "123456;a-wrong-key;emulator",
            ["OKSIGN_BASE_ADDRESS"] = service.Emulator.BaseAddress.AbsoluteUri,
        };

        (int exitCode, _, string error) = await RunAsync(environment);

        Assert.Equal(1, exitCode);
        Assert.Contains("Document.upload", error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-key", error, StringComparison.Ordinal);
        Assert.Equal(401, Assert.Single(service.Emulator.Requests).StatusCode);
    }

    [Fact]
    public async Task Run_InterruptedWhileItWaits_StopsCleanly()
    {
        Tool.Require("kill", debianPackage: "procps");
        using var folder = new TemporaryFolder();
        await using Service service = await Service.StartAsync();
        var start = new ProcessStartInfo("dotnet", [Program, "--out", folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OKSIGN_AUTHORIZATION"] = service.Emulator.Authorization;
        start.Environment["OKSIGN_BASE_ADDRESS"] = service.Emulator.BaseAddress.AbsoluteUri;
        using Process process = Process.Start(Tool.Unmeasured(start))!;
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line?.Contains("Bert Example: http", StringComparison.Ordinal) == false);

        await Tool.RunAsync("kill", ["-INT", $"{process.Id}"]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((130, "Stopped."), (process.ExitCode, error.Trim()));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => Tool.RunAsync("dotnet", [Program, .. arguments], environment);
}
