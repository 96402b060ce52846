namespace OkSign.Emulator.Account;

/// <summary>The addresses that belong to the key.</summary>
internal sealed class OrganizationalTokenInfo(OkSignEmulatorOptions options)
{
    private readonly object _gate = new();

    public Addresses Current { get; private set; } = new(options.CallbackUrl, options.ReturnUrl, options.WebhookUrl);

    public void Update(Func<Addresses, Addresses> change)
    {
        lock (_gate)
        {
            Current = change(Current);
        }
    }

    internal sealed record Addresses(Uri? CallbackUrl, Uri? ReturnUrl, Uri? WebhookUrl);
}
