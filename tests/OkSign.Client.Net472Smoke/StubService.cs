using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OkSign.Client.Net472Smoke;

/// <summary>A service that answers its requests, a connection each, as it was told: late, wrong, half or not at all.</summary>
internal sealed class StubService : IDisposable
{
    public static readonly Func<Stream, CancellationToken, Task> Never = (_, stopped) => Task.Delay(Timeout.Infinite, stopped);

    /// <summary>Closes the connection instead of an answer.</summary>
    public static readonly Func<Stream, CancellationToken, Task> Drop = (_, _) => Task.CompletedTask;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<bool> _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public StubService(params Func<Stream, CancellationToken, Task>[] answers)
    {
        _listener.Start();
        _ = AcceptAsync(answers);
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/services/rest/");

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Ends when the first request is there.</summary>
    public Task Called => _called.Task;

    public static Func<Stream, CancellationToken, Task> Answer(string status, string body, string headers = "", int? length = null)
        => (stream, _) => WriteAsync(
            stream,
            $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length ?? body.Length}\r\nConnection: close\r\n{headers}\r\n{body}");

    /// <summary>An answer that stops in the middle, its connection staying open.</summary>
    public static Func<Stream, CancellationToken, Task> Stall(string status, string body, string headers)
        => async (stream, stopped) =>
        {
            await Answer(status, body, headers, length: body.Length + 1000)(stream, stopped).ConfigureAwait(false);
            await Never(stream, stopped).ConfigureAwait(false);
        };

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private static async Task WriteAsync(Stream stream, string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        await stream.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
    }

    private async Task AcceptAsync(Func<Stream, CancellationToken, Task>[] answers)
    {
        foreach (Func<Stream, CancellationToken, Task> answer in answers)
        {
            TcpClient connection = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
            _ = ServeAsync(connection, answer, _stop.Token);
        }
    }

    private async Task ServeAsync(TcpClient connection, Func<Stream, CancellationToken, Task> answer, CancellationToken stopped)
    {
        using (connection)
        {
            NetworkStream stream = connection.GetStream();
            await ReadHeadAsync(stream).ConfigureAwait(false);
            Interlocked.Increment(ref _requests);
            _called.TrySetResult(true);
            await answer(stream, stopped).ConfigureAwait(false);
        }
    }

    private static async Task ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next, 0, 1).ConfigureAwait(false) == 1)
        {
            head.Append((char)next[0]);
        }
    }
}
