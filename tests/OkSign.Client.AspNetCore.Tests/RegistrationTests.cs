using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AddTwoHandlers_OfOneService_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddOkSignCallbacks<RecordingHandler>(static _ => { });

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => services.AddOkSignPolling<OtherHandler>());

        Assert.Contains(nameof(RecordingHandler), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddEverything_Twice_HasEachHostedServiceOnce()
    {
        var services = new ServiceCollection();
        for (int time = 0; time < 2; time++)
        {
            services.AddOkSignCallbacks<RecordingHandler>(static _ => { });
            services.AddOkSignPolling<RecordingHandler>();
            services.AddOkDokumentCallbacks<RecordingHandler>(static _ => { });
        }

        Assert.Equal(3, services.Count(static service => service.ServiceType == typeof(IHostedService)));
        Assert.Equal(6, services.Count(static service => service.ServiceType == typeof(IEventProcessor)));
        Assert.Single(services, static service => service.ServiceType == typeof(IOkSignEventHandler));
    }

    [Fact]
    public void Map_WithoutServices_IsToldWhatToCall()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        WebApplication app = builder.Build();

        Assert.Contains("AddOkSignCallbacks", Assert.Throws<InvalidOperationException>(() => app.MapOkSignCallbacks("/a")).Message, StringComparison.Ordinal);
        Assert.Contains("AddOkDokumentCallbacks", Assert.Throws<InvalidOperationException>(() => app.MapOkDokumentCallbacks("/b")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Polling_WithSettingsThatDoNotGoTogether_IsRefusedAtStart()
    {
        var services = new ServiceCollection();
        services.AddOkSignPolling<RecordingHandler>(static options =>
        {
            options.LookBack = TimeSpan.FromDays(-1);
            options.DeliveryErrorInterval = TimeSpan.FromMinutes(1);
            options.RestartDelay = TimeSpan.Zero;
        }).ConfigureEvents(static options =>
        {
            options.HandlerTimeout = TimeSpan.Zero;
            options.LongestRetry = TimeSpan.FromSeconds(1);
            options.ConfirmWithin = TimeSpan.FromSeconds(-1);
            options.MaxConcurrent = 0;
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(3, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<OkSignPollingOptions>>().Value).Failures.Count());
        Assert.Equal(4, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<OkSignEventOptions>>().Value).Failures.Count());
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(8, 640)]
    [InlineData(9, 900)]
    [InlineData(10_000, 900)]
    public void Backoff_AfterEachAttempt_GrowsUpToALimit(int attempts, int seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), new OkSignEventOptions().Backoff(attempts));

    private sealed class OtherHandler : IOkSignEventHandler;
}
