using OkSign.Emulator.Callbacks;

namespace OkSign.Emulator.Account;

/// <summary>The addresses that belong to the key.</summary>
internal sealed class OrganizationalTokenInfo(OkSignEmulatorOptions options)
{
    private readonly object _gate = new();

    public WebAddresses Current { get; private set; } = new(options.CallbackUrl, options.ReturnUrl, options.WebhookUrl);

    public void Update(Func<WebAddresses, WebAddresses> change)
    {
        lock (_gate)
        {
            Current = change(Current);
        }
    }
}
