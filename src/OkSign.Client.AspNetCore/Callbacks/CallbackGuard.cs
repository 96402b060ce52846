using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.AspNetCore;

/// <summary>
/// Lets in who knows the secret. A stranger costs a hash or two, and one line in the log for each that is not limited yet.
/// </summary>
internal sealed class CallbackGuard<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions> : IDisposable
    where TOptions : CallbackOptions
{
    private readonly CurrentSettings<TOptions> _settings;
    private readonly ILogger _logger;
    private readonly PartitionedRateLimiter<IPAddress> _wrong;

    public CallbackGuard(CurrentSettings<TOptions> settings, ILogger<CallbackGuard<TOptions>> logger)
    {
        (_settings, _logger) = (settings, logger);
        _wrong = PartitionedRateLimiter.Create<IPAddress, IPAddress>(caller => RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = settings.Value.WrongSecretsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
    }

    /// <summary>Why a call is not let in; null when it is.</summary>
    /// <remarks>
    /// Who has the right secret is never limited: behind a proxy that does not tell its callers apart, strangers would else shut the service out.
    /// </remarks>
    public IResult? Refusal(HttpContext context, string endpoint)
    {
        string? candidate = context.Request.RouteValues[CallbackSecret.DefaultParameter] as string ?? context.Request.Query[CallbackSecret.DefaultParameter];
        if (IsRight(candidate))
        {
            return null;
        }

        using RateLimitLease lease = _wrong.AttemptAcquire(NetworkOf(context.Connection.RemoteIpAddress));
        if (!lease.IsAcquired)
        {
            return new CallbackAnswer(StatusCodes.Status429TooManyRequests, TimeSpan.FromMinutes(1));
        }

        _logger.WrongSecret(endpoint);
        return new CallbackAnswer(StatusCodes.Status404NotFound);
    }

    public void Dispose() => _wrong.Dispose();

    // All are compared, so that the time does not tell which one was nearly right.
    private bool IsRight(string? candidate) => _settings.Value.ParsedSecrets.Aggregate(false, (isRight, secret) => secret.Matches(candidate) | isRight);

    /// <summary>One household has a whole /64 of IPv6 addresses to call from.</summary>
    private static IPAddress NetworkOf(IPAddress? caller)
    {
        if (caller is null or { IsIPv4MappedToIPv6: true } or { AddressFamily: not AddressFamily.InterNetworkV6 })
        {
            return caller?.MapToIPv4() ?? IPAddress.None;
        }

        byte[] bytes = caller.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
