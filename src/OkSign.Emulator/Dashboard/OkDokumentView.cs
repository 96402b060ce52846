namespace OkSign.Emulator.Dashboard;

/// <summary>What the dashboard shows of OKdokument alone.</summary>
/// <param name="BaseAddress">For a client.</param>
/// <param name="ApiKey">The key, which the page shows when asked to.</param>
/// <param name="Usage">The counters of the account.</param>
/// <param name="Documents">The documents.</param>
internal sealed record OkDokumentView(string BaseAddress, string ApiKey, UsageView Usage, Listing<DokumentRow> Documents);
