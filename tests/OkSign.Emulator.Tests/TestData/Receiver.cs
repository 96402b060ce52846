using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>A web server that is called back, on a free port of its own.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Method, string PathAndQuery)> _calls = new();

    private Receiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>What was asked, oldest first.</summary>
    public IReadOnlyList<(string Method, string PathAndQuery)> Calls => [.. _calls];

    /// <summary>The parameters of the calls, oldest first.</summary>
    public IReadOnlyList<Dictionary<string, StringValues>> Queries
        => [.. _calls.Select(call => QueryHelpers.ParseQuery(new Uri(Address, call.PathAndQuery).Query))];

    /// <param name="answer">How it answers; by default with an empty 200.</param>
    public static async Task<Receiver> StartAsync(RequestDelegate? answer = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async context =>
        {
            receiver._calls.Enqueue((context.Request.Method, context.Request.Path + context.Request.QueryString));
            await (answer?.Invoke(context) ?? Task.CompletedTask);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public Uri At(string path) => new(Address, path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
