namespace OkSign.Client.AspNetCore;

/// <summary>The addresses that OKSign is to call, and the one that signers come back to.</summary>
/// <param name="Callback">Called after every signature; has a secret in it.</param>
/// <param name="Return">Where a signer's browser goes after signing.</param>
/// <param name="DeliveryErrors">Called when a message did not reach its signer; has a secret in it.</param>
public sealed record OkSignCallbackUrls(Uri Callback, Uri Return, Uri DeliveryErrors)
{
    /// <summary>For <c>oksign.OrganizationalToken.UpdateAsync</c>, which gives the addresses to the key in use.</summary>
    public OrganizationalTokenSettings ToSettings() => new() { CallbackUrl = Callback, ReturnUrl = Return, WebhookUrl = DeliveryErrors };

    /// <summary>Hides the secrets.</summary>
    public override string ToString() => nameof(OkSignCallbackUrls);
}
