namespace OkSign.Client;

/// <summary>A signer of a request that was sent.</summary>
/// <param name="Name">The name; empty when the service does not tell it.</param>
/// <param name="SigningUrl">The signing link. Who has it can sign: keep it as secret as a password.</param>
public sealed record RequestedSigner(string Name, Uri SigningUrl)
{
    /// <summary>The id by which the service knows the signer.</summary>
    public SignerId? Id { get; init; }

    /// <summary>The token of the SignExpress session, to retrieve or remove it; null for an ordinary link, or when it is not known.</summary>
    public SignExpressToken? ExpressToken { get; init; }

    /// <summary>The type's name only: names and links must not slip into a log.</summary>
    public override string ToString() => nameof(RequestedSigner);
}
