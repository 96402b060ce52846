using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator;

namespace OkSign.Client.Tests.Telemetry;

/// <summary>The application's trace stays at home: over a real connection, no header tells of it.</summary>
[Collection(nameof(Alone))]
public sealed class TraceHeadersTests
{
    private static readonly string[] OfTraces = ["traceparent", "tracestate", "baggage", "request-id", "correlation-context"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_WithinATraceWithBaggage_CarriesNothingOfIt(bool isRegistered)
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider provider = new ServiceCollection().AddOkSign(Configure).Services.BuildServiceProvider();
        await using OkSignClient created = OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), Configure);
        OkSignClient client = isRegistered ? provider.GetRequiredService<OkSignClient>() : created;
        using var telemetry = new RecordedTelemetry();
        using Activity caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded, TraceStateString = "a=b" };
        caller.AddBaggage("user", "anna").Start();

        await client.Users.RetrieveAsync(Cancel);

        RecordedRequest request = Assert.Single(emulator.Requests);
        Assert.Empty(request.Headers.Keys.Intersect(OfTraces, StringComparer.OrdinalIgnoreCase));
        Assert.Single(telemetry.Attempts);

        void Configure(OkSignClientOptions options)
            => (options.Credentials, options.BaseAddress) = (OkSignCredentials.Parse(emulator.Authorization), emulator.BaseAddress);
    }
}
