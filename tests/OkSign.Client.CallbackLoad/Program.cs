using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AspNetCoreHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OkSign.Client;
using OkSign.Client.AspNetCore;
using OkSign.Client.CallbackLoad;

const string Secret = "the-secret-of-the-load";

LoadArguments arguments;
try
{
    arguments = LoadArguments.Parse(args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

string folder = Directory.CreateTempSubdirectory("oksign-load").FullName;
var handled = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
await using WebApplication service = await StandIn.StartAsync();
await using WebApplication host = await StartHostAsync();

using var http = new HttpClient { BaseAddress = AddressOf(host) };
var answers = new ConcurrentBag<(int Status, TimeSpan Took)>();
var sending = new List<Task>();
int documents = arguments.Rate * arguments.Seconds;
long began = Stopwatch.GetTimestamp();
for (int number = 0; number < documents; number++)
{
    // By the clock and not by the answers: who calls does not wait for others.
    TimeSpan due = TimeSpan.FromSeconds((double)number / arguments.Rate) - Stopwatch.GetElapsedTime(began);
    if (due > TimeSpan.Zero)
    {
        await Task.Delay(due);
    }

    sending.Add(CallAsync(number));
    if (number % 10 == 9)
    {
        sending.Add(CallAsync(number));
    }
}

await Task.WhenAll(sending);
TimeSpan took = Stopwatch.GetElapsedTime(began);
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
while (handled.Count < documents && !patience.IsCancellationRequested)
{
    await Task.Delay(20);
}

// One that comes late must not come twice.
await host.StopAsync();

TimeSpan[] times = [.. answers.Select(static answer => answer.Took).Order()];
int once = handled.Count(static entry => entry.Value == 1);
Print($"{answers.Count} callbacks in {took.TotalSeconds:F1} s for {documents} signatures, events in {(arguments.IsDurable ? "SQLite" : "memory")}, {Environment.ProcessorCount} cores");
Print($"answers: {string.Join(", ", answers.CountBy(static answer => answer.Status).OrderBy(static count => count.Key).Select(static count => $"{count.Value} x {count.Key}"))}");
Print($"time to the answer: median {times[times.Length / 2].TotalMilliseconds:F1} ms, 99 % {times[times.Length * 99 / 100].TotalMilliseconds:F1} ms, longest {times[^1].TotalMilliseconds:F0} ms");
Print($"handled once: {once}, more than once: {handled.Count - once}, never: {documents - handled.Count}");
Print($"processor time {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s, with the sending and the stand-in; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024:F0} MB");
Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
Directory.Delete(folder, recursive: true);
return once == documents && handled.Count == documents && answers.All(static answer => answer.Status is 200 or 202) ? 0 : 1;

async Task CallAsync(int number)
{
    long sent = Stopwatch.GetTimestamp();
    using HttpResponseMessage answer = await http.GetAsync(new Uri(
        $"/oksign/callback?secret={Secret}&source_docid={StandIn.SourceOf(number)}&signed_docid={StandIn.SignedOf(number)}&signerid={StandIn.Signer}",
        UriKind.Relative));
    answers.Add(((int)answer.StatusCode, Stopwatch.GetElapsedTime(sent)));
}

async Task<WebApplication> StartHostAsync()
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    builder.Logging.ClearProviders();
    builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder)]);
    builder.Services.AddSingleton(handled);
    builder.Services.AddSingleton<DataFolder>();
    builder.Services.AddSingleton<Database>();
    builder.Services.AddOkSign(options =>
    {
        options.Credentials = OkSignCredentials.Parse("123456;123456-00000000-0000-4000-8000-000000000001;load");
        options.BaseAddress = AddressOf(service);
    });
    OkSignEventsBuilder events = builder.Services.AddOkSignCallbacks<CountingHandler>(static options => options.Secrets.Add(Secret));
    if (arguments.IsDurable)
    {
        events.UseStore<SqliteEventStore>();
    }

    WebApplication app = builder.Build();
    app.MapOkSignCallbacks("/oksign");
    await app.StartAsync();
    return app;
}

static Uri AddressOf(WebApplication app) => new(app.Urls.Single() + "/");

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
