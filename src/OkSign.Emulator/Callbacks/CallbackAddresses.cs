using OkSign.Emulator.Account;

namespace OkSign.Emulator.Callbacks;

/// <summary>Where things are told: all callbacks take their addresses from here.</summary>
internal sealed class CallbackAddresses(OrganizationalTokenInfo key)
{
    /// <summary>Where a signature is told; null for nowhere.</summary>
    public Uri? Callback => key.Current.CallbackUrl;

    /// <summary>Where a delivery error is told; null for nowhere.</summary>
    public Uri? Webhook => key.Current.WebhookUrl;
}
