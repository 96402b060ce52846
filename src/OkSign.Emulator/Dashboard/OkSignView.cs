namespace OkSign.Emulator.Dashboard;

/// <summary>What the dashboard shows of OKSign alone.</summary>
/// <param name="BaseAddress">For a client.</param>
/// <param name="Authorization">The credentials, which the page shows when asked to.</param>
/// <param name="CallbackUrl">The address of the key that is told of signatures; null for none.</param>
/// <param name="WebhookUrl">The address of the key that is told of messages that did not arrive; null for none.</param>
/// <param name="Credits">The account.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Bundles">Briefcases and sessions.</param>
internal sealed record OkSignView(
    string BaseAddress,
    string Authorization,
    MaskedAddress? CallbackUrl,
    MaskedAddress? WebhookUrl,
    CreditsView Credits,
    Listing<DocumentRow> Documents,
    Listing<BundleRow> Bundles);
