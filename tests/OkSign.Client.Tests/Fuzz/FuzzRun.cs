using System.Diagnostics;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Feeds a target with inputs, one after the other, and fails at the first that is neither read nor properly refused.</summary>
internal sealed class FuzzRun(FuzzTarget target, FuzzSettings settings)
{
    private readonly FuzzFigures _figures = new(target.Name);
    private int _number;

    /// <summary>Feeds all inputs. One that never ends fails the run, too.</summary>
    public async Task<FuzzFigures> RunAsync()
    {
        Task feeding = Task.Run(Feed);
        int watched = -1;
        int seconds = 0;
        while (await Task.WhenAny(feeding, Task.Delay(TimeSpan.FromSeconds(1))) != feeding)
        {
            // Looks, not the clock, are counted: while the whole process stands still, nobody looks.
            int number = Volatile.Read(ref _number);
            seconds = number == watched ? seconds + 1 : 0;
            watched = number;
            Assert.True(seconds < FuzzSettings.PatienceInSeconds, $"{target.Name}, input {number}: not done after {seconds} s.");
        }

        await feeding;
        return _figures;
    }

    private static (bool IsRead, TimeSpan Time, long Allocated) Measure(FuzzCase input)
    {
        long start = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<bool> feeding = input.FeedAsync();

        // Else another thread had its part, and what was counted here is not all.
        Assert.True(feeding.IsCompleted, "The input was not fed at once.");
        bool isRead = feeding.GetAwaiter().GetResult();
        return (isRead, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Feed()
    {
        int end = settings.First + settings.InputsFor(target);
        for (int number = settings.First; number < end; number++)
        {
            Volatile.Write(ref _number, number);
            FuzzCase input = target.Make(new Random(number));
            try
            {
                Feed(number, input);
            }
            catch (Exception exception)
            {
                throw new FuzzException(target, number, input, exception);
            }
        }
    }

    private void Feed(int number, FuzzCase input)
    {
        (bool isRead, TimeSpan time, long allocated) = Measure(input);
        for (int again = 0; again < 2 && IsTooMuch(input, time, allocated); again++)
        {
            // What is made once for all inputs, and a machine that was busy elsewhere, are not this input's fault.
            (isRead, time, allocated) = Measure(input);
        }

        Assert.True(
            allocated <= target.AllowedAllocation(input.Size),
            $"{allocated} bytes were allocated for an input of {input.Size}; allowed are {target.AllowedAllocation(input.Size)}.");
        Assert.False(time > settings.TimeLimit, $"It took {time.TotalSeconds:N1} s.");
        _figures.Add(number, input.Size, isRead, time, allocated);
    }

    private bool IsTooMuch(FuzzCase input, TimeSpan time, long allocated)
        => allocated > target.AllowedAllocation(input.Size) || time > settings.TimeLimit;
}
