using System.Diagnostics;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Soak;

/// <summary>Sends documents through all their states while the service has a bad day, and checks afterwards what became of them.</summary>
internal static class Soak
{
    private const int Checkpoints = 4;
    private const long Tolerance = 2 * 1024 * 1024;

    public static async Task<bool> RunAsync(SoakArguments arguments)
    {
        int unobserved = 0;
        TaskScheduler.UnobservedTaskException += (_, _) => Interlocked.Increment(ref unobserved);
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync(arguments);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("oksign-soak-");
        var ledger = new Ledger();
        var clock = Stopwatch.StartNew();
        List<long> memory = [];
        using (var browser = new HttpClient())
        await using (OkSignClient client = CreateClient(emulator.Address))
        await using (OkDokumentClient okdokument = CreateOkDokumentClient(emulator.Address))
        {
            byte[] contract = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "contract.pdf"));
            for (int checkpoint = 1; checkpoint <= Checkpoints; checkpoint++)
            {
                // All documents are filed and removed at a checkpoint, so that what is left in memory is what the client keeps.
                int until = arguments.Operations / Checkpoints * checkpoint;
                await Task.WhenAll(Enumerable.Range(0, arguments.AtATime).Select(_ => WorkAsync(client, okdokument, browser, contract, ledger, folder.FullName, until)));
                memory.Add(MemoryInUse());
            }

            await emulator.CalmAsync();
            ledger.Left =
            [
                .. (await client.Documents.ListActiveAsync()).Select(static document => document.FileName ?? ""),
                .. (await okdokument.Documents.ListAsync()).Select(static document => document.FileName ?? ""),
            ];
        }

        MemoryInUse();
        WhatHappened happened = await emulator.ReportAsync();
        var report = new Report(Console.Out);
        report.Say($"{ledger.Operations} operations, {arguments.AtATime} at a time, in {clock.Elapsed.TotalSeconds:F0} s: {happened.Requests} requests, {happened.Faults} of them with a fault.");
        report.Say($"{ledger.Documents} documents signed and filed at OKSign, {ledger.Rounds / 2} at OKdokument in two rounds; {ledger.Unclear} answers were lost where only looking could tell, {ledger.Failures} calls failed and were made again.");
        report.Say($"Memory in use after each quarter: {string.Join(", ", memory.Select(static bytes => $"{bytes / 1024.0 / 1024.0:F1} MB"))}.");
        report.Check(happened.Uploads.Count == ledger.Documents, "every document was uploaded");
        report.Check(happened.Uploads.Values.All(static count => count == 1), "no document was uploaded twice");
        report.Check(happened.Descriptors.Values.All(static count => count == 1), "no form descriptor was uploaded twice");
        report.Check(happened.Invitations.Count == 2 * ledger.Documents && happened.Invitations.Values.All(static count => count == 1), "every signer was invited once");
        report.Check(happened.SpentSignatureRequests == ledger.Rounds, "every round at OKdokument cost one credit");
        report.Check(happened.RoundInvitations.Count == ledger.Rounds && happened.RoundInvitations.Values.All(static count => count == 1), "every signer at OKdokument was invited once");
        report.Check(ledger.Left.Count == 0, "no document was left behind");
        report.Check(folder.GetFileSystemInfos().Length == 0, "no part of a file was left behind");
        report.Check(memory[^1] - memory[0] < Tolerance, "memory is flat");
        report.Check(happened.OpenConnections == 0, "no connection is open");
        report.Check(unobserved == 0, "no exception went unobserved");
        folder.Delete(recursive: true);
        return report.IsGood;
    }

    private static OkSignClient CreateClient(EmulatorAddress address)
        => OkSignClient.Create(OkSignCredentials.Parse(address.Authorization), options =>
        {
            options.BaseAddress = address.BaseAddress;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(5);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(2);

            // The emulator does not keep the service's limits here: the soak would take days.
            options.UseRateLimiter("Document.upload", null);
            options.UseRateLimiter("Documents.active", null);
        });

    private static OkDokumentClient CreateOkDokumentClient(EmulatorAddress address)
        => OkDokumentClient.Create(new OkDokumentApiKey(address.OkDokumentApiKey), options =>
        {
            options.BaseAddress = address.OkDokumentBaseAddress;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(5);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        });

    private static async Task WorkAsync(OkSignClient client, OkDokumentClient okdokument, HttpClient browser, byte[] contract, Ledger ledger, string folder, int until)
    {
        while (ledger.Operations < until)
        {
            await new DocumentLife(client, browser, contract, ledger, folder).RunAsync();
            await new RoundLife(okdokument, browser, contract, ledger, folder).RunAsync();
        }
    }

    private static long MemoryInUse()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
