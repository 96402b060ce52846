using System.Runtime.CompilerServices;

namespace OkSign.Smoke;

/// <summary>Stops the program where something is not as it must be.</summary>
internal static class Check
{
    public static void That(bool isSo, [CallerArgumentExpression(nameof(isSo))] string expectation = "")
    {
        if (!isSo)
        {
            throw new CheckFailedException(expectation);
        }
    }

    public static async Task<TException> FailsAsync<TException>(Func<Task> call, [CallerArgumentExpression(nameof(call))] string expression = "")
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException expected)
        {
            return expected;
        }

        throw new CheckFailedException($"{expression} ends with {typeof(TException).Name}");
    }
}
