namespace OkSign.Client.Tests.Contracts;

/// <summary>One operation on the wire: the request that a call must send, and what each known answer must become.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the base address.</param>
/// <param name="Call">The call that sends it.</param>
public sealed record Contract<TClient>(string Operation, string Method, string Path, Func<TClient, CancellationToken, Task<object?>> Call)
{
    /// <summary>What sets this call apart where an operation has several; null for the usual one.</summary>
    public string? Kind { get; init; }

    /// <summary>The query with its question mark; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The path with names for the ids in it, where it has some.</summary>
    public string? PathTemplate { get; init; }

    /// <summary>Whether it goes without the key.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The headers that make the request what it is, beside the credentials and <c>accept</c>.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The body, byte for byte; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body as JSON, white space and the order of members aside; null for none.</summary>
    public string? JsonBody { get; init; }

    /// <summary>The answers that belong to this operation alone. Failures that all operations share are added by the test.</summary>
    public required IReadOnlyList<ContractAnswer> Answers { get; init; }

    /// <summary>What the call gives: its result, or the exception.</summary>
    public async Task<object?> OutcomeAsync(TClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await Call(client, cancellationToken);
        }
        catch (OkSignException exception)
        {
            return exception;
        }
    }

    public override string ToString() => Kind is null ? Operation : $"{Operation} ({Kind})";
}
