using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.Faults;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Puts OKdokument into the server that OKSign has.</summary>
internal static class OkDokumentServer
{
    public static void AddOkDokument(this IServiceCollection services, OkDokumentEmulatorOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DokumentAnswers>();
        services.AddSingleton<ApiKeyGate>();
        services.AddSingleton<SigningUrls>();
        services.AddSingleton<DokumentMessages>();
        services.AddSingleton<AccountSchedule>();
        services.AddSingleton<DokumentAccount>();
        services.AddSingleton<IncomingFileReader>();
        services.AddSingleton<RequestDraftReader>();
        services.AddSingleton<DokumentIntake>();
        services.AddSingleton<RequestRegistration>();
        services.AddSingleton<RequestAnswers>();
        services.AddSingleton<ResultAddress>();
        services.AddSingleton<CompletionCalls>();
        services.AddSingleton<RoundSigning>();
        services.AddSingleton<SignatureRequestEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<StoredDocumentEndpoints>();
        services.AddSingleton<OpenEndpoint>();
        services.AddSingleton<ViewerEndpoints>();
    }

    public static void MapOkDokument(this WebApplication app)
    {
        // Not as groups of OKSign, which has other credentials and another envelope.
        IServiceProvider services = app.Services;
        var routes = new OperationRoutes(app, services.GetRequiredService<FaultInjection>(), services.GetRequiredService<ApiKeyGate>());
        services.GetRequiredService<SignatureRequestEndpoints>().Map(routes);
        services.GetRequiredService<UploadEndpoints>().Map(routes);
        services.GetRequiredService<StoredDocumentEndpoints>().Map(routes);
        services.GetRequiredService<OpenEndpoint>().Map(routes);
        services.GetRequiredService<ViewerEndpoints>().Map(app);
    }
}
