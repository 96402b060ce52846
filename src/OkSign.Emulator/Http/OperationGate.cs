using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Account;

namespace OkSign.Emulator.Http;

/// <summary>
/// What is the same for every operation of OKSign: only the account's own credentials come in, not more often than allowed, and a
/// refusal goes out
/// as the FAILED envelope.
/// </summary>
internal sealed class OperationGate(Credentials credentials, RateLimits limits, OkSignEmulatorOptions options) : IOperationGate
{
    public async Task RunAsync(HttpContext context, Operation operation, Func<HttpRequest, Task<IResult>> handler)
    {
        IResult? refusal = RefuseCredentials(context.Request) ?? RefuseRate(operation);
        if (refusal is not null)
        {
            await RequestBody.DiscardAsync(context);
        }

        IResult result = refusal ?? await HandleAsync(context.Request, handler);
        context.Progress().CarriedOut = refusal is null;
        await result.ExecuteAsync(context);
    }

    /// <summary>Runs a handler and turns a refusal anywhere in it into the envelope.</summary>
    public static async Task<IResult> HandleAsync(HttpRequest request, Func<HttpRequest, Task<IResult>> handler)
    {
        try
        {
            return await handler(request);
        }
        catch (RefusedException refusal)
        {
            return Envelope.Failed(refusal.Problems);
        }
    }

    private IResult? RefuseCredentials(HttpRequest request)
    {
        StringValues authorization = request.Headers[RequestHeaders.Authorization];
        if (authorization.Count == 1 && credentials.Match(authorization))
        {
            return null;
        }

        string reason = StringValues.IsNullOrEmpty(authorization)
            ? $"The header {RequestHeaders.Authorization} is missing"
            : "Not authorized";
        return Envelope.Failed(reason, options.WireVariants.BadCredentialsStatusCode);
    }

    private IResult? RefuseRate(Operation operation)
        => !options.EnforceRateLimits || operation.Limit is not { } limit || limits.TryAcquire(operation.Name, limit)
            ? null
            : Envelope.Failed($"Too many calls of {operation.Name}, please retry later", StatusCodes.Status429TooManyRequests);
}
