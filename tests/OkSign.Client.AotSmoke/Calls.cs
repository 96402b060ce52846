using System.Diagnostics;
using System.Runtime.CompilerServices;
using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>Calls operations, checks their answers and prints a line for each.</summary>
internal sealed class Calls(OperationLog log)
{
    /// <summary>Calls an operation that answers something.</summary>
    /// <param name="operation">The operation that the call must be.</param>
    /// <param name="call">The call.</param>
    /// <param name="isRight">What the answer must be.</param>
    /// <param name="expectation">The same as text.</param>
    /// <exception cref="CheckFailedException">The call was of another operation, or its answer is not right.</exception>
    public async Task<T> CallAsync<T>(
        string operation,
        Func<Task<T>> call,
        Func<T, bool> isRight,
        [CallerArgumentExpression(nameof(isRight))] string expectation = "")
    {
        int before = log.CountOf(operation);
        long start = Stopwatch.GetTimestamp();
        T answer = await call();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        Check.That(log.CountOf(operation) > before, $"the call is of {operation}");
        Check.That(isRight(answer), $"{operation}: {expectation}, but {answer}");
        Console.WriteLine($"{operation,-33} {time.TotalMilliseconds,6:F1} ms");
        return answer;
    }

    /// <summary>Calls an operation that answers nothing.</summary>
    /// <param name="operation">The operation that the call must be.</param>
    /// <param name="call">The call.</param>
    public Task CallAsync(string operation, Func<Task> call)
        => CallAsync(
            operation,
            async () =>
            {
                await call();
                return true;
            },
            static isDone => isDone);
}
