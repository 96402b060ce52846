using System.Text.Json;
using OkSign.Emulator;

namespace OkSign.Client.Soak;

/// <summary>
/// The service, in a process of its own so that the client's memory can be told from it. Takes commands line by line: <c>report</c> ends the bad
/// day and tells what really happened.
/// </summary>
internal static class EmulatorSide
{
    // More than are needed, of both services.
    private const int SignatureRequests = 1_000_000;

    public static async Task RunAsync(double share, int seed)
    {
        var options = new OkSignEmulatorOptions { Credits = SignatureRequests };
        options.OkDokument.SignatureRequests = SignatureRequests;
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(options);
        emulator.Faults.InjectRandomly(share, seed);
        Console.WriteLine(JsonSerializer.Serialize(
            new EmulatorAddress(emulator.BaseAddress, emulator.Authorization, emulator.OkDokument.BaseAddress, emulator.OkDokument.ApiKey),
            SoakJson.Default.EmulatorAddress));

        while (await Console.In.ReadLineAsync() is { } command)
        {
            switch (command)
            {
                case "calm":
                    emulator.Faults.Clear();
                    Console.WriteLine();
                    break;
                case "report":
                    Console.WriteLine(JsonSerializer.Serialize(await ReportAsync(emulator), SoakJson.Default.WhatHappened));
                    break;
            }
        }
    }

    private static async Task<WhatHappened> ReportAsync(OkSignEmulator emulator)
    {
        // The client is gone, so its connections go, too; if they do not, the report says how many stay.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await emulator.ConnectionsClosedAsync(cancellationToken: patience.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        RecordedRequest[] requests = [.. emulator.Requests.Where(static request => request.Operation is not null)];
        return new WhatHappened
        {
            Requests = requests.Length,
            Faults = requests.Count(static request => request.Fault is not null),
            Uploads = CountsOf(requests, "Document.upload", "x-oksign-filename"),
            Descriptors = CountsOf(requests, "FormDesc.upload", "x-oksign-docid"),
            Invitations = emulator.Messages.CountBy(static message => message.Recipient).ToDictionary(),
            SpentSignatureRequests = SignatureRequests - emulator.OkDokument.AvailableSignatureRequests,
            RoundInvitations = emulator.OkDokument.Messages
                .Where(static message => message.Kind == DocumentMessageKind.Invitation)
                .CountBy(static message => message.Recipient)
                .ToDictionary(),
            OpenConnections = emulator.OpenConnections,
        };
    }

    /// <summary>How often an operation was carried out for each value of a header.</summary>
    private static Dictionary<string, int> CountsOf(IEnumerable<RecordedRequest> requests, string operation, string header)
        => requests
            .Where(request => request.CarriedOut && request.Operation == operation)
            .CountBy(request => request.Headers.GetValueOrDefault(header, ""))
            .ToDictionary();
}
