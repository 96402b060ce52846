namespace AspNetCoreHost.Contracts;

/// <summary>A person who signs a contract, and where the signature goes: points from the top left corner of the page.</summary>
public sealed record ContractSigner
{
    /// <summary>The size of a signature box in points, 72 to the inch.</summary>
    public const int BoxWidth = 150;

    public const int BoxHeight = 50;

    public required string Name { get; init; }

    public string? Email { get; init; }

    public int Page { get; init; }

    public int X { get; init; }

    public int Y { get; init; }

    /// <summary>Who has it can sign. A real application shows it to nobody but the signer.</summary>
    public string? SigningUrl { get; init; }

    public DateTimeOffset? SignedAt { get; init; }
}
