using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OkSign.Browser.Tests.Dashboard;

/// <summary>A developer's application that is called back and answers always the same.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Application(WebApplication app) => _app = app;

    public Uri Callback => new(new Uri(_app.Urls.First()), "/callback?secret=do-not-show");

    public static async Task<Application> StartAsync(int statusCode)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = statusCode;
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Application(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
