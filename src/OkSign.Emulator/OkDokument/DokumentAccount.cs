using OkSign.Emulator.State;

namespace OkSign.Emulator.OkDokument;

/// <summary>Lets one at a time work with the account, after everything has happened that is due by the clock.</summary>
internal sealed class DokumentAccount(
    OkDokumentEmulatorOptions options, AccountSchedule schedule, TimeProvider timeProvider, ChangeSignal changes)
{
    private readonly object _gate = new();
    private readonly AccountBook _book = new(options, changes);

    /// <param name="work">Gets the account and the time. What it throws must come before what it changes.</param>
    public T Run<T>(Func<AccountBook, DateTimeOffset, T> work)
    {
        lock (_gate)
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            schedule.CatchUp(_book, now);
            return work(_book, now);
        }
    }
}
