using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OkSign.Client.KilledHost;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests;

/// <summary>A host that callbacks and polling tell of signatures is killed again and again, and started again. No signed document is missed.</summary>
public sealed class KillTests
{
    private const int Lives = 20;

    // Three minutes are 300 ms.
    private const int Speed = 600;

    private const int DocumentsPerLife = 5;
    private const int SignaturesPerDocument = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_KilledTwentyTimesAtAnyPoint_MissesNoSignedDocument()
    {
        // Any seed must do; this one is told when the test fails.
        int seed = Environment.TickCount;
        var random = new Random(seed);
        string folder = Directory.CreateTempSubdirectory("oksign-kill").FullName;
        try
        {
            DateTimeOffset beginning = DateTimeOffset.UtcNow;
            await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(
                new OkSignEmulatorOptions { TimeProvider = new FastClock(beginning, Speed), Credits = 1_000_000 }, Cancel);
            await using OkSignClient client = OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), options =>
            {
                options.BaseAddress = emulator.BaseAddress;
                options.UseRateLimiter("Document.upload", null);
            });
            var signed = new List<string>();
            for (int life = 0; life < Lives; life++)
            {
                using Process host = Start(emulator, folder, beginning, points: random.Next(1, 60));

                // While it starts, works or dies: what no callback tells it comes by polling, in this life or the next. They are enough to kill it.
                for (int document = 0; document < DocumentsPerLife; document++)
                {
                    signed.Add(await SignAsync(client, emulator));
                }

                await host.WaitForExitAsync(Cancel);
                Assert.True(host.ExitCode == 137, $"seed {seed}: life {life} ended with {host.ExitCode}: {await host.StandardError.ReadToEndAsync(Cancel)}");
            }

            using Process last = Start(emulator, folder, beginning, points: -1);
            using SqliteConnection files = Open(folder);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (Count(files, "SELECT count(*) FROM filed") < (SignaturesPerDocument + 1) * signed.Count && !patience.IsCancellationRequested && !last.HasExited)
            {
                // Another process works on it, which tells nobody but its database.
                await Task.Delay(50, Cancel);
            }

            last.Kill();
            await last.WaitForExitAsync(Cancel);
            Assert.True(!patience.IsCancellationRequested, $"seed {seed}: not all of {signed.Count} documents were told of");
            Assert.Equal(signed.Order(StringComparer.Ordinal), Texts(files, "SELECT document FROM filed WHERE kind = 'completion' ORDER BY document"));
            Assert.Equal(SignaturesPerDocument * signed.Count, Count(files, "SELECT count(*) FROM filed WHERE kind = 'signature'"));

            // What was being handled when the host was killed may come once more: two events at most, each time.
            int again = Count(files, "SELECT count(*) FROM calls") - Count(files, "SELECT count(*) FROM filed");
            Assert.InRange(again, 0, 2 * Lives);
            TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {signed.Count} documents, {again} events came once more");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(OkSignEmulator emulator, string folder, DateTimeOffset beginning, int points)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "OkSign.Client.KilledHost.dll");
        string[] arguments =
        [
            program, emulator.BaseAddress.AbsoluteUri, emulator.Authorization, folder, beginning.ToString("O", CultureInfo.InvariantCulture), $"{Speed}", $"{points}",
        ];
        return Process.Start(Tool.Unmeasured(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true }))!;
    }

    /// <returns>A document that both have signed.</returns>
    private static async Task<string> SignAsync(OkSignClient client, OkSignEmulator emulator)
    {
        SignatureRequest request = await client.NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("Contract"), "contract.pdf"))
            .Signer("Anna Example", static anna => anna.Signature(static at => at.Page(1).Position(72, 600), SigningMethod.Pen))
            .Signer("Bert Example", static bert => bert.Signature(static at => at.Page(1).Position(330, 600), SigningMethod.Pen))
            .SendAsync(Cancel);
        foreach (RequestedSigner signer in request.Signers)
        {
            await emulator.Signer(signer.SigningUrl).SignAsync(cancellationToken: Cancel);
        }

        return request.DocumentId.Value;
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "contracts.db")}");
        connection.Open();
        return connection;
    }

    private static int Count(SqliteConnection connection, string query)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static List<string> Texts(SqliteConnection connection, string query)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        using SqliteDataReader reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
