using OkSign.Client;
using OkSign.Client.AotSmoke;
using OkSign.Client.OkDokument;
using OkSign.Smoke;

// Calls every operation of both services from a program that was compiled ahead of time. It fails where one was not called, or its answer is not right.
return await SmokeProgram.RunAsync(args, async arguments =>
{
    var log = new OperationLog();
    using var network = new LoggedNetwork(log);
    using var dokumentNetwork = new LoggedNetwork(log);
    await using OkSignClient oksign = arguments.CreateClient(network: network);
    await using OkDokumentClient okdokument = arguments.CreateOkDokumentClient(network: dokumentNetwork);
    var calls = new Calls(log);

    await SigningStory.TellAsync(oksign, calls);
    await SessionStory.TellAsync(oksign, calls);
    await AccountStory.TellAsync(oksign, calls);
    await FluentStory.TellAsync(oksign);

    await OkDokumentStory.TellAsync(okdokument, calls);
    await OkDokumentFluentStory.TellAsync(okdokument);

    await RegistrationStory.TellAsync(arguments);
    Console.WriteLine("Clients from a container, configured by sections");

    Check.That(log.Missing.Count == 0, $"every operation is called, also {string.Join(", ", log.Missing)}");
    Console.WriteLine($"{OperationLog.Known.Count} operations were called, and answered as they must.");
});
