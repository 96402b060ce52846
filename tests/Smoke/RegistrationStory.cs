using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkSign.Smoke;

/// <summary>Clients from a container, with their settings from a configuration.</summary>
internal static class RegistrationStory
{
    public static async Task TellAsync(SmokeArguments arguments)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(SettingsFor(arguments)).Build();
        var services = new ServiceCollection();
        services.AddOkSign(configuration.GetSection("OkSign"));
        services.AddOkDokument(configuration.GetSection("OkDokument"));
        using ServiceProvider provider = services.BuildServiceProvider();

        // Every kind of setting that the binder has to make: a number, a time, an address, an object, and a dictionary of objects.
        OkSignClientOptions options = provider.GetRequiredService<IOptions<OkSignClientOptions>>().Value;
        Check.That(options.BaseAddress == arguments.BaseAddress);
        Check.That(options.MaxDocumentSize == 1000);
        Check.That(options.IdleTimeout == TimeSpan.FromSeconds(7));
        Check.That(options.Retry.MaxRetries == 1);
        Check.That(options.Wire.Operations["Contacts.remove"].Method == "DELETE");
        Check.That(options.Wire.Operations["EditorExpress.create"].RequestMembers["docid"] == "document");

        CreditBalance balance = await provider.GetRequiredService<OkSignClient>().Credits.RetrieveAsync().ConfigureAwait(false);
        Check.That(balance.Quantity > 0);

        OkDokumentClientOptions dokument = provider.GetRequiredService<IOptions<OkDokumentClientOptions>>().Value;
        Check.That(dokument.BaseAddress == arguments.OkDokumentBaseAddress);
        Check.That(dokument.Host == OkDokumentHost.Test);
        Check.That(dokument.Wire.AllowedFieldsAsText);
        Check.That(dokument.Wire.Operations["OkDokument.SetCallback"].Method == "PUT");

        UsageCounters counters = await provider.GetRequiredService<OkDokumentClient>().Usage.RetrieveAsync().ConfigureAwait(false);
        Check.That(counters.AvailableSignatureRequests > 0);
    }

    private static Dictionary<string, string?> SettingsFor(SmokeArguments arguments) => new()
    {
        ["OkSign:Authorization"] = arguments.Authorization,
        ["OkSign:BaseAddress"] = arguments.BaseAddress.AbsoluteUri,
        ["OkSign:MaxDocumentSize"] = "1000",
        ["OkSign:IdleTimeout"] = "00:00:07",
        ["OkSign:Retry:MaxRetries"] = "1",
        ["OkSign:Wire:Operations:Contacts.remove:Method"] = "DELETE",
        ["OkSign:Wire:Operations:EditorExpress.create:RequestMembers:docid"] = "document",
        ["OkDokument:ApiKey"] = arguments.OkDokumentApiKey,
        ["OkDokument:BaseAddress"] = arguments.OkDokumentBaseAddress.AbsoluteUri,
        ["OkDokument:Host"] = "Test",
        ["OkDokument:Wire:AllowedFieldsAsText"] = "true",
        ["OkDokument:Wire:Operations:OkDokument.SetCallback:Method"] = "PUT",
    };
}
