namespace OkSign.Client;

/// <summary>How SignExpress links behave.</summary>
public sealed record ExpressLinkSettings
{
    /// <summary>How many days the links are good for, from 1 on; 90 is the service's own value.</summary>
    public int? ValidityDays { get; init; }

    /// <summary>The address that the service calls after each signature, instead of the key's own.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>Where the signer's browser goes after signing, instead of to the key's own address.</summary>
    public Uri? ReturnUrl { get; init; }

    internal void Check(ProblemList problems)
    {
        problems.AddUnless(ValidityDays is null or >= 1, "Express.ValidityDays", "at least one day is needed");
        problems.AddUnlessWebAddress(CallbackUrl, "Express.CallbackUrl");
        problems.AddUnlessWebAddress(ReturnUrl, "Express.ReturnUrl");
    }
}
