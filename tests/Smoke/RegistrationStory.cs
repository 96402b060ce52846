using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OkSign.Client;

namespace OkSign.Smoke;

/// <summary>A client from a container, with its settings from a configuration.</summary>
internal static class RegistrationStory
{
    public static async Task TellAsync(SmokeArguments arguments)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(SettingsFor(arguments)).Build();
        var services = new ServiceCollection();
        services.AddOkSign(configuration.GetSection("OkSign"));
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
    };
}
