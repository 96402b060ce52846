using System.Globalization;
using BulkSend;
using OkSign.Client;
using OkSign.Emulator;

// Sends many different documents as fast as the service allows (three uploads a second) and never faster: the client waits by itself.
// In an emulator inside this program, which answers with HTTP 429 as the service does; with a key in OKSIGN_AUTHORIZATION, for real.
int count = args is ["--count", var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0 ? asked : 200;
string journalPath = args is [.., "--journal", var path] ? path : Path.Combine(Path.GetTempPath(), $"bulk-{Guid.NewGuid():N}.csv");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };

string? key = Environment.GetEnvironmentVariable(OkSignCredentials.EnvironmentVariable);
await using OkSignEmulator? emulator = key is null ? await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { EnforceRateLimits = true }, stop.Token) : null;
await using var oksign = OkSignClient.Create(
    OkSignCredentials.Parse(key ?? emulator!.Authorization),
    options => options.BaseAddress = emulator?.BaseAddress ?? OkSignClientOptions.DefaultBaseAddress);

using var journal = new Journal(journalPath);
var pace = new Pace();
Letter[] letters = [.. Enumerable.Range(1, count).Select(index => new Letter(index)).Where(letter => !journal.Knows(letter))];
Console.WriteLine($"{letters.Length} letters to send, {count - letters.Length} known from {journalPath}");
int failures = 0;

try
{
    await SendProgress.ShowAsync(letters.Length, advance => Parallel.ForEachAsync(
        letters,
        new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = stop.Token },
        async (letter, cancellationToken) =>
        {
            try
            {
                await SendAsync(letter, cancellationToken);
            }
            catch (OkSignException exception)
            {
                // One letter that cannot be sent does not stop the others.
                Interlocked.Increment(ref failures);
                Console.Error.WriteLine($"{letter.FileName}: {exception.Message}");
            }

            advance();
        }));
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine($"Stopped. Start again with --journal {journalPath} to go on.");
    return 130;
}

int refused = emulator?.Requests.Count(request => request.StatusCode == 429) ?? 0;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{letters.Length - failures} sent, {failures} failed, {refused} answers with HTTP 429, {pace.Time.TotalSeconds:F1} s, {pace.PartOfAllowedRate ?? 1:P1} of the allowed rate"));
foreach (int unfinished in journal.Unfinished)
{
    Console.Error.WriteLine($"Letter {unfinished} was uploaded but not described; see {journalPath}.");
}

return failures == 0 && refused == 0 ? 0 : 1;

async Task SendAsync(Letter letter, CancellationToken cancellationToken)
{
    SignatureRequest sent = await oksign.NewSignatureRequest(letter.ToFile())
        .Signer(letter.Person, letter.Email, person => person.Signature(at => at.Page(1).Corner(PageCorner.BottomLeft, Distance.Centimetres(2.5), Distance.Centimetres(2.5))))
        .NotifyByEmail(mail => mail.Subject("Our new terms").Body("<p>Please sign.</p>").RemindEvery(days: 7, times: 2))
        .OnUploaded(document =>
        {
            pace.CountUpload();
            journal.WriteUploaded(letter, document);
        })
        .SendAsync(cancellationToken);
    journal.WriteSent(letter, sent.DocumentId);
}
