using OkSign.Client;
using OkSign.Emulator;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>
/// Every operation under every failure, once and for good: how many requests the server sees, what the caller gets, what is in the service
/// afterwards, and that no secret came out on the way.
/// </summary>
public sealed class FailureMatrixTests(FailureMatrix matrix) : IClassFixture<FailureMatrix>
{
    private const string TableBegin = "<!-- observed -->";
    private const string TableEnd = "<!-- /observed -->";

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (OperationCase operation in OperationCase.All)
        {
            foreach (Failure failure in Failure.AllOf(operation.Service))
            {
                cells.Add(operation.Name, failure.Name);
            }
        }

        return cells;
    }

    [Fact]
    public async Task Operations_OfTheMatrix_AreThoseOfTheServices()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(emulator.Faults.Operations, NamesOf(SigningService.OkSign));
        Assert.Equal(emulator.Faults.OkDokumentOperations, NamesOf(SigningService.OkDokument));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public Task Call_ThatMeetsAFailureOnce_IsRepeatedOrFails(string operation, string failure)
        => AssertCellAsync(OperationCase.Of(operation), Failure.Of(failure), forGood: false);

    [Theory]
    [MemberData(nameof(Cells))]
    public Task Call_ThatMeetsAFailureForGood_Fails(string operation, string failure)
        => AssertCellAsync(OperationCase.Of(operation), Failure.Of(failure), forGood: true);

    /// <summary>After a wanted change, run with <c>OKSIGN_TESTS_APPROVE=1</c> and review the difference.</summary>
    [Fact]
    public async Task Documentation_TableOfTheMatrix_IsWhatWasObserved()
    {
        string path = Repository.PathOf("docs/reliability.md");
        string page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        string[] parts = page.Split([TableBegin, TableEnd], StringSplitOptions.None);

        string observed = $"\n\n{await new MatrixTable(matrix).WriteAsync()}\n";

        if (Environment.GetEnvironmentVariable("OKSIGN_TESTS_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, $"{parts[0]}{TableBegin}{observed}{TableEnd}{parts[2]}", TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(observed, parts[1]);
    }

    private static IEnumerable<string> NamesOf(SigningService service)
        => OperationCase.All.Where(operation => operation.Service == service).Select(operation => operation.Name).Order(StringComparer.Ordinal);

    private async Task AssertCellAsync(OperationCase operation, Failure failure, bool forGood)
    {
        var expected = Expectation.Of(operation, failure, forGood);

        Observation observed = await matrix.ObserveAsync(operation, failure, forGood);

        Assert.Equal(expected.Exception, observed.Exception?.GetType());
        Assert.Equal((expected.Requests, expected.CarriedOut), (observed.Requests, observed.CarriedOut));
        AssertFacts(expected, observed.Failure, operation);
        AssertPauses(failure, observed.Pauses, expected.Attempts - 1);
        Assert.Equal(failure.RetryAfter is not null && expected.Exception is not null, RetryAfterOf(observed) is not null);
        AssertEffects(operation, expected, observed);
        AssertResult(operation, failure, observed);
        Assert.Empty(observed.Leaks);
        Assert.NotEqual(0, observed.Lines);
    }

    private static void AssertFacts(Expectation expected, OkSignException? failure, OperationCase operation)
    {
        if (failure is not null)
        {
            Assert.Equal(
                (operation.Name, expected.Attempts, expected.StatusCode, expected.MayHaveReachedService),
                (failure.Operation, failure.Attempts, failure.StatusCode, failure.MayHaveReachedService));
        }
    }

    private static void AssertResult(OperationCase operation, Failure failure, Observation observed)
    {
        if (operation.IsRedirect && observed.Exception is null)
        {
            Assert.Equal(operation.SaysThatThereIsNone(failure), observed.Result is null);
        }
    }

    private static void AssertPauses(Failure failure, IReadOnlyList<TimeSpan> pauses, int expected)
    {
        // A pause of no length needs no timer.
        Assert.InRange(pauses.Count, failure.RetryAfter is null ? 0 : expected, expected);
        if (failure.RetryAfter is { } asked)
        {
            // A date has no fractions of a second.
            TimeSpan least = failure.IsRetryAfterDate ? asked - TimeSpan.FromSeconds(1) : asked;
            Assert.All(pauses, pause => Assert.InRange(pause, least, failure.IsRetryAfterDate ? asked + TimeSpan.FromSeconds(1) : asked));
        }
    }

    private static TimeSpan? RetryAfterOf(Observation observed) => (observed.Exception as OkSignRateLimitException)?.RetryAfter;

    private static void AssertEffects(OperationCase operation, Expectation expected, Observation observed)
    {
        if (operation.Class == OperationClass.UnsafeWrite)
        {
            Assert.InRange(observed.CarriedOut, 0, 1);
        }

        if (observed.Effects is { } effects)
        {
            Assert.Equal(expected.CarriedOut > 0 ? 1 : 0, effects);
        }
    }
}
