using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>Reads what the dashboard shows from where it is kept. Nothing is remembered here.</summary>
internal sealed class DashboardState(
    OkSignReader okSign, OkDokumentReader okDokument, MessageReader messages, CallbackQueue callbacks, RequestLog requests, Clock clock)
{
    public DashboardSnapshot Read()
    {
        // Messages first: what is due by now is sent when somebody looks, and some of it fails with a callback.
        Listing<MessageRow> sent = messages.Read();
        return new DashboardSnapshot(
            clock.Now,
            okSign.Read(),
            okDokument.Read(),
            sent,
            callbacks.Pending,
            Listing.Of(callbacks.Snapshot(), (callback, number) => CallbackRow.Of(callback, number, clock)),
            Listing.Of(requests.Snapshot(), RequestRow.Of));
    }
}
