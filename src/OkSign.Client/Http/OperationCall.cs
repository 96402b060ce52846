using System.Net;

namespace OkSign.Client;

/// <summary>One call of an operation on its way through the handlers: what it is, and what became of it so far.</summary>
internal sealed class OperationCall(Operation operation)
{
    /// <summary>The name under which a call travels in its request's options.</summary>
    public const string Key = "OkSign.Client.Call";

    private int _wasSent;

    public Operation Operation { get; } = operation;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>True for the first request that reaches the network, false for any further one.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _wasSent, 1) == 0;

    public static OperationCall? Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(new HttpRequestOptionsKey<OperationCall>(Key), out OperationCall? call) ? call : null;
#else
        return request.Properties.TryGetValue(Key, out object? call) ? call as OperationCall : null;
#endif
    }

    /// <summary>Sends the call along with a request that was not made by Refit.</summary>
    public void AttachTo(HttpRequestMessage request)
    {
#if NET
        request.Options.Set(new HttpRequestOptionsKey<OperationCall>(Key), this);
#else
        request.Properties[Key] = this;
#endif
    }

    public FailureFacts Facts(HttpStatusCode? status = null, string? body = null) => new(Operation.Name, Attempts, status, body);
}
