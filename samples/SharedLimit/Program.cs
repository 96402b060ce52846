using System.Globalization;
using OkSign.Client;
using SharedLimit;
using StackExchange.Redis;

// The service allows an account three uploads a second. A client keeps to that by itself; several hosts keep to it together by a limiter
// that they share through Redis. Start this program twice, with the same Redis and the same service, and press Enter in both.
if (Arguments.TryParse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

await using ConnectionMultiplexer? redis = arguments.Redis is null ? null : await ConnectionMultiplexer.ConnectAsync(arguments.Redis);
await using RedisWindowLimiter? limiter = redis is null
    ? null
    : new RedisWindowLimiter(redis, $"oksign:{arguments.Credentials.AccountNumber}:Document.upload", calls: 3, window: TimeSpan.FromSeconds(1));
await using OkSignClient oksign = OkSignClient.Create(arguments.Credentials, options =>
{
    options.BaseAddress = arguments.BaseAddress;
    if (limiter is not null)
    {
        options.UseRateLimiter("Document.upload", limiter);
    }
});

// A wrong key should show now, and not when others have begun.
await oksign.Credits.RetrieveAsync();
Console.WriteLine("Ready");
Console.ReadLine();

OkSignFile contract = OkSignFile.FromPath(Path.Combine(AppContext.BaseDirectory, "contract.pdf"));
int failures = 0;
await Parallel.ForEachAsync(
    Enumerable.Range(1, arguments.Count),
    new ParallelOptions { MaxDegreeOfParallelism = 6 },
    async (number, cancellationToken) =>
    {
        try
        {
            SourceDocumentId document = await oksign.Documents.UploadAsync(contract, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss.fff} {number,4} {document}"));
        }
        catch (OkSignException exception)
        {
            Interlocked.Increment(ref failures);
            Console.Error.WriteLine(exception.Message);
        }
    });

Console.WriteLine($"{arguments.Count - failures} uploaded, {failures} failed");
return failures == 0 ? 0 : 1;
