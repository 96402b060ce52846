using System.Diagnostics;
using System.Threading.RateLimiting;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;
using SharedLimit;
using StackExchange.Redis;

namespace OkSign.EndToEnd.Tests;

/// <summary>The SharedLimit sample as a user runs it: two programs that upload to one account at the same time.</summary>
public sealed class SharedLimitTests
{
    private const int DocumentsEach = 9;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_OfTwoProgramsThatShareTheLimit_AreNeverTooMany()
    {
        await using RedisServer redis = await RedisServer.StartAsync();

        (int[] exitCodes, int uploaded, int refused) = await UploadByTwoAsync("--redis", redis.Address);

        Assert.Equal([0, 0], exitCodes);
        Assert.Equal((2 * DocumentsEach, 0), (uploaded, refused));
    }

    /// <summary>Or the other test would prove nothing.</summary>
    [Fact]
    public async Task Uploads_OfTwoProgramsWithALimitEach_AreTooMany()
    {
        (_, _, int refused) = await UploadByTwoAsync("--alone");

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task Limiter_WithAllPermitsTaken_WaitsUntilCancelled()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        await using var ours = new RedisWindowLimiter(redis, "limit", calls: 1, window: TimeSpan.FromHours(1));
        await using var theirs = new RedisWindowLimiter(redis, "limit", calls: 1, window: TimeSpan.FromHours(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        using (RateLimitLease first = await theirs.AcquireAsync(cancellationToken: Cancel))
        {
            Assert.True(first.IsAcquired);
        }

        ValueTask<RateLimitLease> second = ours.AcquireAsync(cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await second);
    }

    [Fact]
    public async Task Limiter_OfAnotherKey_HasPermitsOfItsOwn()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        await using var ours = new RedisWindowLimiter(redis, "our-account", calls: 1, window: TimeSpan.FromHours(1));
        await using var theirs = new RedisWindowLimiter(redis, "their-account", calls: 1, window: TimeSpan.FromHours(1));

        using RateLimitLease first = await theirs.AcquireAsync(cancellationToken: Cancel);
        using RateLimitLease second = await ours.AcquireAsync(cancellationToken: Cancel);

        Assert.True(first.IsAcquired && second.IsAcquired);
    }

    [Fact]
    public async Task Limiter_WithoutRedis_GivesNoPermitAndSaysWhy()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        var impatient = ConfigurationOptions.Parse(server.Address);
        impatient.BacklogPolicy = BacklogPolicy.FailFast;
        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(impatient);
        await using var limiter = new RedisWindowLimiter(redis, "limit", calls: 1, window: TimeSpan.FromHours(1));
        await server.StopAsync();

        using RateLimitLease lease = await limiter.AcquireAsync(cancellationToken: Cancel);

        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.ReasonPhrase, out string? reason));
        Assert.NotEmpty(reason!);
    }

    [Fact]
    public async Task Run_WithWrongArguments_ShowsTheRightOnes()
    {
        (int exitCode, _, string error) = await Tool.RunAsync("dotnet", [UploadProgram.File, "--nonsense"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--redis ADDRESS", error, StringComparison.Ordinal);
    }

    /// <summary>Two programs that begin at the same moment, and an emulator that keeps the limit.</summary>
    private static async Task<(int[] ExitCodes, int Uploaded, int Refused)> UploadByTwoAsync(params string[] arguments)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { EnforceRateLimits = true }, Cancel);
        using UploadProgram first = UploadProgram.Start(emulator, DocumentsEach, arguments);
        using UploadProgram second = UploadProgram.Start(emulator, DocumentsEach, arguments);
        await first.ReadyAsync();
        await second.ReadyAsync();

        int[] exitCodes = await Task.WhenAll(first.UploadAsync(), second.UploadAsync());

        RecordedRequest[] uploads = [.. emulator.Requests.Where(request => request.Operation == "Document.upload")];
        return (exitCodes, uploads.Count(request => request.StatusCode == 200), uploads.Count(request => request.StatusCode == 429));
    }

    private sealed class UploadProgram(Process process) : IDisposable
    {
        // Where it was built, and not its copy beside the tests: that one lacks what the tests have from ASP.NET Core.
        public static string File { get; } = Path.Combine(
            Repository.PathOf("samples/SharedLimit"),
            Path.GetRelativePath(Repository.PathOf("tests/OkSign.EndToEnd.Tests"), AppContext.BaseDirectory),
            "SharedLimit.dll");

        public static UploadProgram Start(OkSignEmulator emulator, int count, string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [File, "--count", $"{count}", .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["OKSIGN_AUTHORIZATION"] = emulator.Authorization;
            start.Environment["OKSIGN_BASE_ADDRESS"] = emulator.BaseAddress.AbsoluteUri;
            return new UploadProgram(Process.Start(Tool.Unmeasured(start))!);
        }

        public async Task ReadyAsync()
            => Assert.Equal("Ready", await process.StandardOutput.ReadLineAsync(Cancel));

        /// <returns>The exit code.</returns>
        public async Task<int> UploadAsync()
        {
            await process.StandardInput.WriteLineAsync();
            process.StandardInput.Close();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }
}
