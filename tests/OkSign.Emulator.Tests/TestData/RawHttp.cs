using System.Net.Sockets;
using System.Text;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Sends what no HTTP client would send.</summary>
internal static class RawHttp
{
    /// <summary>The beginning of a request with the right credentials.</summary>
    public static string Head(OkSignEmulator emulator, string method, string path)
        => $"{method} /services/rest/{path} HTTP/1.1\r\nHost: emulator\r\nConnection: close\r\n"
            + $"x-oksign-authorization: {emulator.Authorization}\r\n";

    /// <summary>Sends text as Latin-1 and reads the answer to its end; the request must ask for the connection to be closed.</summary>
    public static async Task<string> ExchangeAsync(OkSignEmulator emulator, string request)
    {
        using TcpClient client = await ConnectAsync(emulator);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends text as Latin-1 and reads until the connection ends.</summary>
    /// <returns>What came, and whether the connection was reset after it.</returns>
    public static async Task<(string Answer, bool Reset)> ExchangeToTheEndAsync(OkSignEmulator emulator, string request)
    {
        using TcpClient client = await ConnectAsync(emulator);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
            return (Encoding.Latin1.GetString(answer.ToArray()), false);
        }
        catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return (Encoding.Latin1.GetString(answer.ToArray()), true);
        }
    }

    public static async Task<TcpClient> ConnectAsync(OkSignEmulator emulator)
    {
        var client = new TcpClient();
        await client.ConnectAsync(emulator.BaseAddress.Host, emulator.BaseAddress.Port, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Sends the beginning of a request, hangs up, and waits until the server has noticed.</summary>
    public static async Task HangUpAsync(OkSignEmulator emulator, string request)
    {
        using TcpClient client = await ConnectAsync(emulator);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The server may end the connection the hard way.
        }
    }
}
