using OkSign.Client;
using OkSign.Client.AspNetCore;

namespace AspNetCoreHost.Hosting;

/// <summary>Tells the service which addresses of this host to call.</summary>
internal static partial class CallbackRegistration
{
    public static async Task RunAsync(WebApplication app)
    {
        OkSignCallbackUrls urls = new(new(OwnAddress.Of(app), "oksign/callback"), new(OwnAddress.Of(app), "oksign/return"), new(OwnAddress.Of(app), "oksign/delivery-error"));
        var oksign = app.Services.GetRequiredService<OkSignClient>();
        await oksign.OrganizationalToken.UpdateAsync(new() { CallbackUrl = urls.Callback, ReturnUrl = urls.Return, WebhookUrl = urls.DeliveryErrors });
    }
}
