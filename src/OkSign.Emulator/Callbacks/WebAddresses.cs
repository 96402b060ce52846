using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Callbacks;

/// <summary>Where the service tells of signatures (callback) and undelivered messages (webhook), and where it sends the signer's browser.</summary>
internal sealed record WebAddresses(Uri? Callback, Uri? Return, Uri? Webhook)
{
    public const string CallbackName = "callbackURL";
    public const string ReturnName = "returnURL";
    public const string WebhookName = "webhookURL";

    public static WebAddresses None { get; } = new(null, null, null);

    /// <summary>Whether the service can call an address or send a browser there: it is absolute, with http or https.</summary>
    public static bool IsOne(Uri address)
        => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Reads an address; a text that is none is a problem.</summary>
    public static Uri? Read(JsonMembers members, string name)
    {
        if (members.Text(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && IsOne(address))
        {
            return address;
        }

        members.Problem($"{name} is not a valid URL");
        return null;
    }

    /// <summary>These addresses, and those of <paramref name="other"/> where these have none.</summary>
    public WebAddresses Or(WebAddresses other) => new(Callback ?? other.Callback, Return ?? other.Return, Webhook ?? other.Webhook);
}
