using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/knowing-when-signed.md does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed class SignedSnippetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_TwoRunsOnTheSameClockAsTheEmulator_FileEachSignatureOnce()
    {
        await using Service service = await Service.StartAsync(static options => options.EnforceRateLimits = true);
        var calls = new StrongBox<int>();
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(service.Clock)
            .AddOkSign(options =>
            {
                options.Credentials = OkSignCredentials.Parse(service.Emulator.Authorization);
                options.BaseAddress = service.Emulator.BaseAddress;
                options.AttemptTimeout = TimeSpan.FromDays(1);
            })
            .AddHttpMessageHandler(() => new InFlight(calls))
            .Services.BuildServiceProvider();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();
        List<SignedDocumentId> filed = [];
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            // The first run is stopped after the first of two signatures; the second one goes on with the other, three minutes later.
            await RunAsync(provider.GetRequiredService<OkSignClient>(), service, calls, filed, until: 1);
            await RunAsync(provider.GetRequiredService<OkSignClient>(), service, calls, filed, until: 2);
        });

        Assert.Equal([signed, signed], filed);
        Assert.Equal(2, service.Emulator.Requests.Count(static request => request.Operation == "Documents.signed"));
    }

    [Fact]
    public async Task Callback_OfASignedDocument_IsConfirmedAndAnInventedOneIsNot()
    {
        await using Service service = await Service.StartAsync();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();

        Assert.Equal("signed", await SignedSnippets.CallbackAsync(service.Client, $"?signed_docid={signed}"));
        Assert.Equal("not so", await SignedSnippets.CallbackAsync(service.Client, "?signed_docid=123456-DEADBEEF-1111-2222-3333-444455556666"));
        Assert.StartsWith("ignored: ", await SignedSnippets.CallbackAsync(service.Client, "?x=1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Return_CompleteOrNot_ShowsItsPage()
    {
        Assert.StartsWith("All", SignedSnippets.Return(new Uri("https://app.example/done?nbrOfSigaturesRequired=1&nbrOfSigaturesValid=1")), StringComparison.Ordinal);
        Assert.StartsWith("Thank", SignedSnippets.Return(new Uri("https://app.example/done?status=OK")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliveryErrors_CalledAndListed_AreLookedAtAlike()
    {
        await using Service service = await Service.StartAsync();
        DateTimeOffset now = service.Clock.GetUtcNow();

        Assert.True(await SignedSnippets.DeliveryErrorsAsync(service.Client, "event=hard_bounce", now.AddHours(-1), now));
        Assert.False(await SignedSnippets.DeliveryErrorsAsync(service.Client, "event=deferred", now.AddHours(-1), now));
    }

    private static async Task RunAsync(OkSignClient client, Service service, StrongBox<int> calls, List<SignedDocumentId> filed, int until)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task run = SignedSnippets.WatchAsync(
            client,
            service.Clock.GetUtcNow(),
            async signed =>
            {
                filed.Add(signed);
                if (filed.Count == until)
                {
                    await stop.CancelAsync();
                }
            },
            stop.Token);
        while (!run.IsCompleted)
        {
            // The clock stands still while a call is really on its way: it would time out.
            if (Volatile.Read(ref calls.Value) == 0)
            {
                service.Clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            await Task.Yield();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    /// <summary>Counts the calls that are on their way.</summary>
    private sealed class InFlight(StrongBox<int> calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls.Value);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref calls.Value);
            }
        }
    }
}
