using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>A connection that a client wants to have.</summary>
internal sealed record ConnectionAttempt(DnsEndPoint Target, CancellationToken CancellationToken)
{
    public async ValueTask<Stream> OpenAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(Target, CancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Speaks TLS to a server that does not, which throws.</summary>
    public async Task SpeakTlsAsync()
    {
        await using Stream stream = await OpenAsync();
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "oksign.example" }, CancellationToken);
    }
}
