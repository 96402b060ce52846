using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.Health;

public sealed class HealthCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_OfServicesThatAnswer_IsHealthyAndTellsTheCredits()
    {
        await using Portal portal = await StartAsync();

        HealthReport report = await CheckAsync(portal);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(portal.Emulator.Credits, report.Entries["oksign"].Data["credits"]);
        Assert.Equal((decimal)portal.Emulator.OkDokument.AvailableSignatureRequests, report.Entries["okdokument"].Data["credits"]);
    }

    [Fact]
    public async Task Check_WithFewerCreditsThanWanted_IsDegraded()
    {
        await using Portal portal = await StartAsync(minimumCredits: 1_000_000);

        HealthReport report = await CheckAsync(portal);

        Assert.All(report.Entries.Values, static entry => Assert.Equal(HealthStatus.Degraded, entry.Status));
        Assert.Contains("125 credits", report.Entries["oksign"].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "key")]
    [InlineData(502, "does not answer")]
    public async Task Check_OfAServiceThatFails_IsUnhealthy(int status, string expected)
    {
        await using Portal portal = await StartAsync();
        portal.Emulator.Faults.InjectAlways("Credits.retrieve", EmulatorFault.Status((HttpStatusCode)status));

        HealthReportEntry entry = (await CheckAsync(portal)).Entries["oksign"];

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains(expected, entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsOftenAsProbesCome_AsksOnceInFiveMinutes()
    {
        await using Portal portal = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync(portal)));
        Assert.Equal(1, AsksOf(portal));
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await CheckAsync(portal);

        Assert.Equal(2, AsksOf(portal));
    }

    private static int AsksOf(Portal portal) => portal.Emulator.Requests.Count(static request => request.Operation == "Credits.retrieve");

    private static Task<Portal> StartAsync(decimal? minimumCredits = null)
        => Portal.StartAsync(services: services => services.AddHealthChecks().AddOkSign(minimumCredits).AddOkDokument(minimumCredits));

    private static Task<HealthReport> CheckAsync(Portal portal) => portal.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
}
