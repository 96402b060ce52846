namespace AspNetCoreHost.Contracts;

/// <summary>A contract in the list.</summary>
public sealed record ContractSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ContractState State { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string? Service { get; init; }

    public int SignersInAll { get; init; }

    public int SignersDone { get; init; }
}
