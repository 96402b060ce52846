using Microsoft.Extensions.Options;
using OkSign.Client;
using OkSign.Client.AspNetCore;

namespace AspNetCoreHost.Hosting;

/// <summary>
/// Tells the service which addresses of this host to call, where that is possible: at the address of the setting <c>OkSign:Callbacks:PublicAddress</c>,
/// or on this machine when the service is an emulator on it. Otherwise there are no callbacks, and polling alone tells what was signed.
/// </summary>
internal static partial class CallbackRegistration
{
    /// <summary>Call it when the host has started: only then are the addresses known.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallbackRegistration));
        if (PublicAddressOf(app) is not { } address)
        {
            LogPollingOnly(log);
            return;
        }

        OkSignCallbackUrls urls = app.Services.GetRequiredService<OkSignCallbackAddresses>().At(address);
        try
        {
            await app.Services.GetRequiredService<OkSignClient>().OrganizationalToken.UpdateAsync(urls.ToSettings());
        }
        catch (OkSignException failure)
        {
            // The application is of use all the same.
            LogNotRegistered(log, failure);
        }
    }

    private static Uri? PublicAddressOf(WebApplication app)
    {
        Uri service = app.Services.GetRequiredService<IOptions<OkSignClientOptions>>().Value.BaseAddress;
        return app.Services.GetRequiredService<IOptions<OkSignCallbackOptions>>().Value.PublicAddress
            ?? (service.IsLoopback ? OwnAddress.Of(app) : null);
    }

    [LoggerMessage(1, LogLevel.Information, "OKSign cannot call this host: OkSign:Callbacks:PublicAddress is not set. Signatures are learned by polling, some minutes late.")]
    private static partial void LogPollingOnly(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "OKSign was not told the addresses of this host. Signatures are learned by polling, some minutes late.")]
    private static partial void LogNotRegistered(ILogger log, Exception failure);
}
