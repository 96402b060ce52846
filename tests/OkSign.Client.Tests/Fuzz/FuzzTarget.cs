namespace OkSign.Client.Tests.Fuzz;

/// <summary>One door for what comes from outside.</summary>
/// <param name="Name">Its name in figures and failures.</param>
/// <param name="Share">How many of the inputs it gets, relative to the others.</param>
/// <param name="Make">Makes an input, of nothing but the random numbers.</param>
internal sealed record FuzzTarget(string Name, int Share, Func<Random, FuzzCase> Make)
{
    /// <summary>What an input may allocate whatever its size, in bytes.</summary>
    public long FixedAllocation { get; init; } = 64 * 1024;

    /// <summary>What an input may allocate for each byte or character of it, in bytes.</summary>
    public long AllocationPerByte { get; init; } = 64;

    public long AllowedAllocation(long size) => FixedAllocation + (AllocationPerByte * size);
}
