namespace OkSign.Client;

/// <summary>
/// The innermost handler: lets an unsafe write out once. Another handler, such as a resilience handler set as a default for all
/// clients of a host, may repeat what it likes, but not send a document twice.
/// </summary>
internal sealed class SendOnceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => OperationCall.Of(request) is { Operation.Class: OperationClass.UnsafeWrite } call && !call.TryClaim()
            ? throw new HttpRequestException($"Another handler tried to send {call.Operation.Name} again, which could do its work twice.")
            : base.SendAsync(request, cancellationToken);
}
