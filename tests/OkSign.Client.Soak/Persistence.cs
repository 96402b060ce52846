namespace OkSign.Client.Soak;

/// <summary>Calls until an answer comes, and counts what happens on the way.</summary>
/// <param name="ledger">Where it counts.</param>
/// <param name="name">What it is about.</param>
internal sealed class Persistence(Ledger ledger, string name)
{
    private const int MaxTries = 200;

    /// <summary>Sends something that must not be sent twice.</summary>
    public async Task<T> SendAsync<T>(Func<Task<T>> send, Func<Task<Found<T>?>> look)
    {
        for (int tries = 0; tries < MaxTries; tries++)
        {
            ledger.CountOperation();
            try
            {
                return await send();
            }
            catch (OkSignException failure)
            {
                ledger.CountFailure(failure.MayHaveReachedService);
                if (failure.MayHaveReachedService && await AskAsync(look) is { } found)
                {
                    return found.Value;
                }
            }
        }

        throw new InvalidOperationException($"{name} could not be sent.");
    }

    /// <summary>Calls what can be called as often as it takes.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        for (int tries = 0; tries < MaxTries; tries++)
        {
            ledger.CountOperation();
            try
            {
                return await ask();
            }
            catch (OkSignException failure)
            {
                ledger.CountFailure(failure.MayHaveReachedService);
            }
        }

        throw new InvalidOperationException($"{name}: no answer.");
    }

    public Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask) => AskAsync(() => ask(CancellationToken.None));
}
