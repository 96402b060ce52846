using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.Tests.Telemetry;

public sealed class LogMessagesTests : IDisposable
{
    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly RecordedEvents _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _network.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void Client_Created_TellsItsSettings()
    {
        using OkSignClient client = Client();

        RecordedEvents.Event created = Assert.Single(_log.All);
        Assert.Equal(("OkSign.Client", 1, LogLevel.Debug), (created.Category, created.Id, created.Level));
        Assert.Equal(
            "Calls go to service.example:443: 00:01:40 for an answer, 00:00:30 for a standstill, 3 retries within 00:05:00.",
            created.Message);
    }

    [Fact]
    public async Task Attempt_FollowedByAnother_IsTold()
    {
        _network.Answers(HttpStatusCode.ServiceUnavailable, new(TimeSpan.FromSeconds(7))).Fails(new IOException("Reset.")).AnswersReason("[]");
        using OkSignClient client = Client();

        await _clock.RunAsync(client.Users.RetrieveAsync(Cancel));

        Assert.Equal([2, 2], _log.All.Skip(1).Select(told => told.Id));
        Assert.All(_log.All.Skip(1), told => Assert.Equal(LogLevel.Information, told.Level));
        Assert.Equal("Users.retrieve: attempt 1 failed (503), the next one follows in 00:00:07.", _log.All[1].Message);
        Assert.StartsWith("Users.retrieve: attempt 2 failed (System.IO.IOException), the next one follows in ", _log.All[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooSoon_WaitedOut_IsTold()
    {
        _network.AnswersFailure("\"Too soon\"").AnswersReason("\"\"");
        using OkSignClient client = Client();

        await _clock.RunAsync(client.Documents.RemoveAsync(Sample.SourceId, Cancel));

        RecordedEvents.Event told = Assert.Single(_log.All.Skip(1));
        Assert.Equal((3, LogLevel.Information), (told.Id, told.Level));
        Assert.StartsWith("Document.remove: too soon for the service, attempt 1 is followed by another one in ", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ForARateLimit_IsTold()
    {
        for (int upload = 0; upload < 4; upload++)
        {
            _network.AnswersReason($"\"{Sample.SourceIdText}\"");
        }

        using var limiter = new WindowLimiter(new OperationLimit(3, TimeSpan.FromSeconds(1)), Timeout.InfiniteTimeSpan, _clock);
        using OkSignClient client = Client(options => options.UseRateLimiter("Document.upload", limiter));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.Documents.UploadAsync(Sample.File(), Cancel)));
        Task<SourceDocumentId> fourth = client.Documents.UploadAsync(Sample.File(), Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        await fourth.WaitAsync(TimeSpan.FromMinutes(1), Cancel);

        RecordedEvents.Event told = Assert.Single(_log.All.Skip(1));
        Assert.Equal((4, LogLevel.Debug, "Document.upload: waits for its rate limit."), (told.Id, told.Level, told.Message));
    }

    [Fact]
    public async Task Operation_Failed_IsTold()
    {
        _network.AnswersTimes(4, HttpStatusCode.BadGateway);
        using OkSignClient client = Client();

        await Assert.ThrowsAsync<OkSignTransportException>(() => _clock.RunAsync(client.Users.RetrieveAsync(Cancel)));

        RecordedEvents.Event told = _log.All[^1];
        Assert.Equal((5, LogLevel.Debug), (told.Id, told.Level));
        Assert.Equal("Users.retrieve: failed after 4 attempt(s) (OkSign.Client.OkSignTransportException).", told.Message);
    }

    [Fact]
    public async Task RegisteredClient_Always_LogsToTheContainer()
    {
        _network.AnswersTimes(1, HttpStatusCode.BadRequest);
        await using ServiceProvider provider = Provider(_ => { });

        await Assert.ThrowsAnyAsync<OkSignException>(() => provider.GetRequiredService<OkSignClient>().Users.RetrieveAsync(Cancel));

        Assert.Equal([1, 5], _log.All.Where(told => told.Category == "OkSign.Client").Select(told => told.Id));
    }

    [Fact]
    public async Task RegisteredClient_ToldWhereToLog_LogsThere()
    {
        using var other = new RecordedEvents();
        await using ServiceProvider provider = Provider(options => options.UseLoggerFactory(other));

        _ = provider.GetRequiredService<OkSignClient>();

        Assert.Single(other.All);
        Assert.DoesNotContain(_log.All, told => told.Category == "OkSign.Client");
    }

    [Fact]
    public void UseLoggerFactory_Null_IsRefused()
        => Assert.Throws<ArgumentNullException>(() => new OkSignClientOptions().UseLoggerFactory(null!));

    private ServiceProvider Provider(Action<OkSignClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services
            .AddOkSign(options =>
            {
                options.Credentials = Sample.Credentials;
                configure(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => _network);
        return services.BuildServiceProvider();
    }

    private OkSignClient Client(Action<OkSignClientOptions>? configure = null)
        => TestClient.Over(_network, _clock, options =>
        {
            options.UseLoggerFactory(_log);
            configure?.Invoke(options);
        });
}
