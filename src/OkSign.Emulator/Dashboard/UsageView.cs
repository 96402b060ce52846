using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator.Dashboard;

/// <summary>The counters of OKdokument since the start.</summary>
internal sealed record UsageView(int RequestsLeft, int RequestsUsed, int Stored, int Uploaded, int Downloaded, int Deleted)
{
    public static UsageView Of(AccountBook book) => new(
        book.Credits,
        book.Counters.Total(UsageCounters.SignatureRequests),
        book.Documents.Count,
        book.Counters.Total(UsageCounters.Files),
        book.Counters.Total(UsageCounters.Downloaded),
        book.Counters.Total(UsageCounters.Deleted));
}
