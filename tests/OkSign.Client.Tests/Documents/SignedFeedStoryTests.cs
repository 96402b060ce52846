using CsCheck;

namespace OkSign.Client.Tests;

/// <summary>Whatever happens to the calls, the clocks and the program, every signature is reported, and once.</summary>
public class SignedFeedStoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromHours(2);
    private static readonly SignedFeedOptions Options = new() { MaxWindow = TimeSpan.FromHours(1) };

    private static readonly Gen<Story> Stories =
        from skew in Gen.Int[-600, 600]
        from signatures in Gen.Select(Gen.Int[0, (int)Length.TotalMilliseconds], Gen.Int[0, 600], Gen.Int[1, 2], Gen.Int[1, 2]).Array[0, 40]
        from burst in Gen.Select(Gen.Int[0, 7_000], Gen.Int[0, 600], Gen.Int[1, 2], Gen.Int[1, 2]).Array[0, 10]
        from outcomes in Gen.Int[0, 7].Array[1, 12]
        from handling in Gen.OneOf(Gen.Int[0, 2], Gen.Const(0)).Array[1, 20]
        from restarts in Gen.Bool.Array[1, 12]
        from duration in Gen.Int[0, 30]
        from wholeDays in Gen.Int[0, 4]
        select new Story(skew, [.. signatures, .. burst.Select(static one => (one.Item1 / 1000 * 1000, one.Item2, one.Item3, one.Item4))], outcomes, handling, restarts, duration, wholeDays == 0);

    [Fact]
    public Task Reported_EveryCheckpointStored_IsEachSignatureOnce()
        => Stories.SampleAsync(
            static async story =>
            {
                (SigningService service, List<string> reported) = await PlayAsync(story, losesLastCheckpoint: false);

                Assert.Equal(service.Placed.Order(), reported.Order());
            },
            iter: 400);

    [Fact]
    public Task Reported_LastCheckpointLost_IsEachSignatureAtLeastOnce()
        => Stories.SampleAsync(
            static async story =>
            {
                (SigningService service, List<string> reported) = await PlayAsync(story, losesLastCheckpoint: true);

                Assert.Empty(service.Placed.Except(reported));
                Assert.All(service.Placed.CountBy(static key => key), placed => Assert.True(reported.Count(key => key == placed.Key) >= placed.Value));
            },
            iter: 200);

    [Fact]
    public Task Calls_EveryCheckpointStored_AreAtLeastThreeMinutesAndTheHintApart()
        => Stories.SampleAsync(
            static async story =>
            {
                (SigningService service, _) = await PlayAsync(story, losesLastCheckpoint: false);

                Assert.All(service.Calls.Zip(service.Calls.Skip(1)), static pair =>
                {
                    TimeSpan pause = pair.Second.At - pair.First.At;
                    Assert.True(pause >= SignedFeedOptions.MinInterval && pause >= pair.First.Hint, $"{pause}");
                });
                Assert.All(service.Windows, static window => Assert.True(window.Until - window.From <= Options.MaxWindow));
            },
            iter: 200);

    private static async Task<(SigningService Service, List<string> Reported)> PlayAsync(Story story, bool losesLastCheckpoint)
    {
        var clock = new InstantClock(Start);
        var service = new SigningService(clock, TimeSpan.FromSeconds(story.Skew)) { Duration = TimeSpan.FromSeconds(story.Duration), AnswersWholeDays = story.WholeDays };
        foreach ((int at, int latency, int document, int signer) in story.Signatures)
        {
            service.Signs(Start.AddMilliseconds(at), TimeSpan.FromSeconds(latency), document, signer);
        }

        int call = 0;
        service.Otherwise = () => story.OutcomeOf(call++);
        List<string> reported = [];
        int items = 0;
        string stored = SignedFeedCheckpoint.StartingAt(Start).ToString();
        while (true)
        {
            string before = stored;
            await foreach (SignedFeedItem item in new SignedFeed(service.ListAsync, Options, clock).AfterAsync(SignedFeedCheckpoint.Parse(stored), TestContext.Current.CancellationToken))
            {
                if (item.Event is { } signing)
                {
                    reported.Add(SigningService.KeyOf(signing));
                }

                clock.Advance(story.HandlingOf(items));
                before = stored;
                stored = item.Checkpoint.ToString();
                if (item.Checkpoint.From > Start + Length + TimeSpan.FromHours(1))
                {
                    return (service, reported);
                }

                if (story.Restarts[items++ % story.Restarts.Length])
                {
                    break;
                }
            }

            // Not for ever: who loses every text never comes forward.
            stored = losesLastCheckpoint && items < 50 ? before : stored;
        }
    }

    private sealed record Story(
        int Skew,
        (int At, int Latency, int Document, int Signer)[] Signatures,
        int[] Outcomes,
        int[] Handling,
        bool[] Restarts,
        int Duration,
        bool WholeDays)
    {
        public OkSignException? OutcomeOf(int call)
            => (call % (Outcomes.Length + 1)) is var index && index == Outcomes.Length
                ? null
                : Outcomes[index] switch
                {
                    0 => new OkSignTransportException("Documents.signed", "lost", mayHaveReachedService: true),
                    1 => new OkSignRateLimitException("Documents.signed", "slowly", retryAfter: null),
                    2 => new OkSignRateLimitException("Documents.signed", "slowly", TimeSpan.FromMinutes(11)),
                    3 => new OkSignUnexpectedContentException("Documents.signed", "a proxy's page"),
                    _ => null,
                };

        public TimeSpan HandlingOf(int item)
            => Handling[item % Handling.Length] switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromSeconds(100), _ => TimeSpan.FromMinutes(40) };
    }
}
