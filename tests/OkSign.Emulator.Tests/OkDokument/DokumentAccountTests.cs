using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Tests.OkDokument;

public class DokumentAccountTests
{
    private const int Workers = 4;
    private const int Rounds = 500;

    [Fact]
    public async Task Run_ManyAtOnce_AreLetInOneAfterTheOther()
    {
        var options = new OkDokumentEmulatorOptions();
        var account = new DokumentAccount(options, new AccountSchedule(options, new DokumentMessages(null!)), TimeProvider.System, new ChangeSignal());
        using var start = new Barrier(Workers);
        int inside = 0;
        int most = 0;

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Factory.StartNew(
            Work, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(1, most);

        void Work()
        {
            start.SignalAndWait();
            for (int round = 0; round < Rounds; round++)
            {
                account.Run((_, _) => Enter());
            }
        }

        int Enter()
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Yield();
            return Interlocked.Decrement(ref inside);
        }
    }

    [Fact]
    public void Run_WorkThatThrows_LetsTheNextOneIn()
    {
        var options = new OkDokumentEmulatorOptions();
        var account = new DokumentAccount(options, new AccountSchedule(options, new DokumentMessages(null!)), TimeProvider.System, new ChangeSignal());

        Assert.Throws<DokumentRefusedException>(() => account.Run((book, _) => book.Document("nothing")));

        Assert.Equal(100, account.Run((book, _) => book.Credits));
    }
}
