using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Emulator.Http;
using OkSign.Emulator.OkDokument;

namespace OkSign.Emulator.Faults;

/// <summary>A request that meets a fault: what can be done with it and to it.</summary>
internal sealed class FaultedRequest(
    HttpContext context, Operation operation, RequestDelegate work, RequestLog log, EmulatorFaults faults, TimeProvider timeProvider)
{
    public TimeProvider TimeProvider => timeProvider;

    /// <summary>The service's own way to tell a failure.</summary>
    public string FailedJson(string reason)
        => operation.Service == Service.OkDokument
            ? context.RequestServices.GetRequiredService<DokumentAnswers>().FailedJson(reason)
            : Envelope.FailedJson(reason);

    /// <summary>Takes in the whole request, and carries it out or not. Whatever would be the answer is forgotten.</summary>
    public Task ReceiveAsync(bool andWork) => andWork ? WorkAsync() : RequestBody.DiscardAsync(context);

    /// <summary>Carries the request out, and keeps the answer back.</summary>
    public async Task<HeldAnswer> WorkAsync()
    {
        HttpResponse response = context.Response;
        Stream toClient = response.Body;
        using var kept = new MemoryStream();
        response.Body = kept;
        try
        {
            await work(context);
        }
        finally
        {
            response.Body = toClient;
        }

        var answer = new HeldAnswer(response.StatusCode, new HeaderDictionary(response.Headers.ToDictionary()), kept.ToArray());
        response.Clear();
        return answer;
    }

    /// <summary>Reads some bytes of the request's body, or all if there are not so many.</summary>
    public async Task ReadAsync(long bytes)
    {
        byte[] buffer = new byte[16 * 1024];
        int read;
        for (long left = bytes; left > 0; left -= read)
        {
            read = await context.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), context.RequestAborted);
            if (read == 0)
            {
                return;
            }
        }
    }

    /// <summary>Sends an answer as a whole.</summary>
    public async Task AnswerAsync(HeldAnswer answer)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.StatusCode;
        foreach ((string name, var value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Sends the headers and the first half of the body.</summary>
    /// <remarks>Past the server, which would not tell when the bytes have left its buffers: a reset would take them along.</remarks>
    public async Task SendHalfAsync(HeldAnswer answer)
    {
        Socket socket = ClientSocket();
        await SendAsync(socket, Head(answer));
        await SendAsync(socket, answer.FirstHalf);
    }

    /// <summary>Waits by the emulator's clock, or until the client goes away.</summary>
    public async Task WaitAsync(TimeSpan delay)
    {
        var wait = Task.Delay(delay, timeProvider, context.RequestAborted);
        TellHeld(statusCode: 0);
        await wait;
    }

    /// <summary>Ends the request without a whole answer.</summary>
    /// <param name="end">How.</param>
    /// <param name="statusCode">The status that has been sent; 0 when none has.</param>
    public async Task EndAsync(FaultEnd end, int statusCode = 0)
    {
        if (end == FaultEnd.Hold)
        {
            Task released = faults.Released;
            TellHeld(statusCode);
            await released.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Before the client can know.
        log.Record(context, statusCode);
        context.Progress().Ended = true;
        Reset();
    }

    private static byte[] Head(HeldAnswer answer)
    {
        var head = new StringBuilder($"HTTP/1.1 {answer.StatusCode} {ReasonPhrases.GetReasonPhrase(answer.StatusCode)}\r\n");
        foreach ((string name, var value) in answer.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, context.RequestAborted)..];
        }
    }

    private void TellHeld(int statusCode)
    {
        faults.TellHeld(log.Record(context, statusCode));
    }

    private void Reset()
    {
        try
        {
            // A connection that closes without lingering is reset.
            ClientSocket().LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception gone) when (gone is ObjectDisposedException or SocketException)
        {
            // The client was faster.
        }

        context.Abort();
    }

    private Socket ClientSocket() => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
