namespace OkSign.Client.Tests.Contracts;

/// <summary>One operation on the wire: the request that a call must send, and what each known answer must become.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the base address.</param>
/// <param name="Call">The call that sends it.</param>
public sealed record Contract<TClient>(string Operation, string Method, string Path, Func<TClient, CancellationToken, Task<object?>> Call)
{
    /// <summary>The headers that make the request what it is, beside the credentials and <c>accept</c>.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The body, byte for byte; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body as JSON, white space and the order of members aside; null for none.</summary>
    public string? JsonBody { get; init; }

    /// <summary>The answers that belong to this operation alone. Failures that all operations share are added by the test.</summary>
    public required IReadOnlyList<ContractAnswer> Answers { get; init; }

    public override string ToString() => Operation;
}
