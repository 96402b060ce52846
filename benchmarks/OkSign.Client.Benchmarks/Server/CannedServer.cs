using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OkSign.Client.Benchmarks;

/// <summary>
/// The service in a process of its own, as little of it as the clients can notice: canned answers, uploads read to their end, connections
/// counted. It writes its address, then for every line that comes in the number of connections since the last one, and ends with its input.
/// </summary>
internal static class CannedServer
{
    private static int _connections;

    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port: 0, static listen => listen.Use(CountConnections));
        });
        await using WebApplication app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine($"{app.Urls.Single()}/services/rest/");
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(Interlocked.Exchange(ref _connections, 0));
        }
    }

    private static ConnectionDelegate CountConnections(ConnectionDelegate next)
        => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        };

    private static Task AnswerAsync(HttpContext context)
        => context.Request.Path.Value switch
        {
            "/services/rest/v1/users/retrieve" => WriteJsonAsync(context, CannedAnswers.Users),
            "/services/rest/v1/documents/active" => WriteJsonAsync(context, CannedAnswers.ActiveDocuments),
            "/services/rest/v1/formdesc/upload" => ReceiveAsync(context, static _ => CannedAnswers.SigningLinks),
            "/services/rest/v1/document/upload" => ReceiveAsync(context, CannedAnswers.Uploaded),
            "/services/rest/v1/document/retrieve" => WriteDocumentAsync(context),
            "/JSON/signatureRequest" => RegisterAsync(context),
            string path => throw new InvalidOperationException($"Nothing is known under {path}."),
            null => throw new InvalidOperationException("A path is missing."),
        };

    private static async Task ReceiveAsync(HttpContext context, Func<long, byte[]> answer)
    {
        long length = 0;
        await ReceiveAsync(context, piece => length += piece.Length);
        await WriteJsonAsync(context, answer(length));
    }

    private static async Task RegisterAsync(HttpContext context)
    {
        using var file = new Base64Intake();
        await ReceiveAsync(context, piece => file.Add(piece));
        await WriteJsonAsync(context, CannedAnswers.Registered(file.End(context.Request.ContentLength)));
    }

    private static async Task ReceiveAsync(HttpContext context, Action<ReadOnlySequence<byte>> take)
    {
        PipeReader body = context.Request.BodyReader;
        ReadResult received;
        do
        {
            received = await body.ReadAsync();
            take(received.Buffer);
            body.AdvanceTo(received.Buffer.End);
        }
        while (!received.IsCompleted);
    }

    private static async Task WriteJsonAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json);
    }

    private static Task WriteDocumentAsync(HttpContext context)
    {
        long length = CannedAnswers.LengthOf(context.Request.Headers["x-oksign-docid"].ToString());
        context.Response.ContentType = "application/pdf";
        context.Response.ContentLength = length;
        return CannedDocument.WriteAsync(context.Response.Body, length, context.RequestAborted);
    }
}
