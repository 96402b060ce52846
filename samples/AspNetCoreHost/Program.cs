using AspNetCoreHost.Contracts;
using AspNetCoreHost.Hosting;
using AspNetCoreHost.Storage;
using Microsoft.AspNetCore.StaticFiles;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Emulator;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// With a key in OkSign:Authorization (user secrets) this talks to the real service; without one, to an emulator inside this process.
await using OkSignEmulator? emulator = await EmbeddedEmulator.StartUnlessConfiguredAsync(builder.Configuration);

// The client, what the service tells (by callback at once, by polling in any case), and whether the service can be reached.
builder.Services.AddOkSign(builder.Configuration.GetSection("OkSign"));
builder.Services.AddOkSignCallbacks<ContractEvents>(builder.Configuration.GetSection("OkSign:Callbacks")).UseStore<SqliteEventStore>();
builder.Services.AddOkSignPolling<ContractEvents>();
builder.Services.AddHealthChecks().AddOkSign();

// The application itself.
builder.Services.AddRazorPages().AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<DataFolder>();
builder.Services.AddSingleton<Database>();
builder.Services.AddSingleton<ContractStore>();
builder.Services.AddSingleton<ContractFeed>();
builder.Services.AddSingleton<ContractSender>();
builder.Services.AddSingleton<ConnectedService>();

WebApplication app = builder.Build();
app.UseSecurityHeaders();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseStaticFiles(new StaticFileOptions
{
    // The fonts of pdf.js.
    ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".pfb"] = "application/octet-stream" } },
});
app.MapRazorPages();
app.MapContracts();
app.MapOkSignCallbacks("/oksign");
app.MapHealthChecks("/healthz");

app.Services.GetRequiredService<ContractStore>().MarkInterrupted();
await app.StartAsync();
await CallbackRegistration.RunAsync(app);
Console.WriteLine($"Contracts: open {OwnAddress.Of(app)}{(emulator is null ? "" : " (an emulator stands in for OKSign: nothing is real)")}");
await app.WaitForShutdownAsync();
