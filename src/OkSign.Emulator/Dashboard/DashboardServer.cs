using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>Puts the dashboard into the server of the services.</summary>
internal static class DashboardServer
{
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<OkSignReader>();
        services.AddSingleton<OkDokumentReader>();
        services.AddSingleton<MessageReader>();
        services.AddSingleton<DashboardState>();
        services.AddSingleton<DashboardPage>();
        services.AddSingleton(provider => new ChangeStream(provider.GetRequiredService<ChangeSignal>(), TimeProvider.System));
        services.AddSingleton<DashboardEndpoints>();
    }

    public static void MapDashboard(this WebApplication app) => app.Services.GetRequiredService<DashboardEndpoints>().Map(app);
}
