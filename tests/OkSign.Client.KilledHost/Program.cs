using System.Globalization;
using AspNetCoreHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Client.KilledHost;

// Base address, key, data folder, beginning and speed of the clock, and after how many points to die.
if (args is not [var baseAddress, var authorization, var folder, var beginning, var speed, var points])
{
    return 2;
}

const string Secret = "the-secret-of-every-life";
var clock = new FastClock(DateTimeOffset.Parse(beginning, CultureInfo.InvariantCulture), int.Parse(speed, CultureInfo.InvariantCulture));
var anHour = TimeSpan.FromHours(1);

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders().AddConsole(static options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Critical);
builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder)]);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddSingleton(new Doom(int.Parse(points, CultureInfo.InvariantCulture)));
builder.Services.AddSingleton<DataFolder>();
builder.Services.AddSingleton<Database>();
builder.Services.AddSingleton<SqliteEventStore>();
builder.Services.AddOkSign(options =>
{
    options.Credentials = OkSignCredentials.Parse(authorization);
    options.BaseAddress = new Uri(baseAddress);

    // On this clock: some seconds.
    options.AttemptTimeout = options.IdleTimeout = anHour;
});
builder.Services.AddOkSignCallbacks<FilingHandler>(options =>
{
    options.Secrets.Add(Secret);
    options.AnswerWithin = anHour;
}).UseStore<DoomedStore>().ConfigureEvents(options =>
{
    options.HandlerTimeout = anHour / 4;
    options.FirstRetry = options.ScanInterval = TimeSpan.FromMinutes(1);
    options.MaxConcurrent = 2;
});
builder.Services.AddOkSignPolling<FilingHandler>();

WebApplication app = builder.Build();
FilingHandler.CreateTables(app.Services.GetRequiredService<Database>());
app.MapOkSignCallbacks("/oksign");
await app.StartAsync();
var address = new Uri(app.Urls.Single());
await app.Services.GetRequiredService<OkSignClient>().OrganizationalToken.UpdateAsync(app.Services.GetRequiredService<OkSignCallbackAddresses>().At(address).ToSettings());
await app.WaitForShutdownAsync();
return 0;
