using System.Net;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Signing;

/// <summary>From where a signer signs.</summary>
internal static class SignerAddress
{
    public static IPAddress Of(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
}
