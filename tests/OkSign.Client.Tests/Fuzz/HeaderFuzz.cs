using System.Net;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Headers of answers, foremost the one that tells how long to wait, which must never be long.</summary>
internal static class HeaderFuzz
{
    private static readonly string[] Names = ["Retry-After", "Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition", "Content-MD5", "Date", "Location", "Transfer-Encoding", "Age", "X-Other", "Expires"];

    private static readonly string[] Pieces =
    [
        "0", "1", "-1", "3", "120", "2147483647", "2147483648", "99999999999999999999", "1.5", "1e3", " ", ",", ";", "\"", "Sun, 01 Mar 2026 12:00:05 GMT", "Sun, 01 Mar 2026 12:00:05",
        "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Sunday, 01-Mar-26 12:00:05 GMT", "2026-03-01T12:00:05Z", "application/json", "application/pdf", "charset=utf-16", "charset=\"", "gzip", "br",
    ];

    private static readonly HttpStatusCode[] Statuses = [HttpStatusCode.OK, (HttpStatusCode)429, (HttpStatusCode)429, HttpStatusCode.ServiceUnavailable, HttpStatusCode.InternalServerError, HttpStatusCode.RequestTimeout, HttpStatusCode.Found];

    public static FuzzTarget Target { get; } = new("headers", Share: 2, Make) { FixedAllocation = 256 * 1024 };

    private static FuzzCase Make(Random random)
    {
        HttpStatusCode status = random.Pick(Statuses);
        (string Name, string Value)[] headers = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (random.OneIn(2) ? Names[0] : random.Pick(Names), Value(random)))];
        bool isRaw = random.OneIn(2);
        return new FuzzCase(
            headers.Sum(static header => header.Name.Length + header.Value.Length),
            () => $"HTTP {(int)status}{(isRaw ? ", raw" : "")}, {string.Join(", ", headers.Select(static header => $"{header.Name}: {TextMaker.Show(header.Value)}"))}",
            () => FeedAsync(status, headers, isRaw));
    }

    private static string Value(Random random) => random.OneIn(2) ? random.Pick(Pieces) : TextMaker.Text(random, Pieces);

    private static async Task<bool> FeedAsync(HttpStatusCode status, (string Name, string Value)[] headers, bool isRaw)
    {
        const int MaxRetries = 3;
        var clock = new HurryingClock();
        using var network = new AnsweringNetwork(() => Response(status, headers));
        using OkSignClient client = OkSignClient.CreateFrom(
            TestClient.Options(static options =>
            {
                options.Retry.MaxRetries = MaxRetries;
                options.AttemptTimeout = options.IdleTimeout = HurryingClock.Never;
            }),
            clock,
            network);
        try
        {
            if (isRaw)
            {
                using RawResponse response = await client.Raw.SendAsync(new RawRequest(HttpMethod.Get, "/v1/thing"));
                Inspection.LookAt(response.Headers);
                return response.StatusCode == HttpStatusCode.OK;
            }

            await client.Credits.RetrieveAsync();
            return true;
        }
        catch (OkSignException exception)
        {
            Assert.InRange(exception.Attempts, 1, MaxRetries + 1);
            Assert.False((exception as OkSignRateLimitException)?.RetryAfter < TimeSpan.Zero, "The caller is to wait for a negative time.");
            FuzzClient.Check(exception, isWellFormed: true);
            return false;
        }
        finally
        {
            Assert.All(clock.Waits, static wait => Assert.InRange(wait, TimeSpan.Zero, new OkSignRetryOptions().MaxDelay));
        }
    }

    private static HttpResponseMessage Response(HttpStatusCode status, (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("""{"status":"OK","reason":{}}""") };
        foreach ((string name, string value) in headers)
        {
            // As the network does: a header of the body is refused here, and goes there.
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>A clock on which waits are over at once, and limits of time are never reached.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        public static readonly TimeSpan Never = TimeSpan.FromDays(1);

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < Never && dueTime != Timeout.InfiniteTimeSpan)
            {
                Waits.Add(dueTime);
                callback(state);
            }

            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
