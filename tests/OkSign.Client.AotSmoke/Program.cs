using OkSign.Client;
using OkSign.Client.AotSmoke;
using OkSign.Smoke;

// Calls every operation of the service from a program that was compiled ahead of time. It fails where one was not called, or its answer is not right.
return await SmokeProgram.RunAsync(args, async arguments =>
{
    using var log = new OperationLog();
    await using OkSignClient oksign = arguments.CreateClient(network: log);
    var calls = new Calls(log);

    await SigningStory.TellAsync(oksign, calls);
    await SessionStory.TellAsync(oksign, calls);
    await AccountStory.TellAsync(oksign, calls);
    await FluentStory.TellAsync(oksign);
    await RegistrationStory.TellAsync(arguments);
    Console.WriteLine("A client from a container, configured by a section");

    Check.That(log.Missing.Count == 0, $"every operation is called, also {string.Join(", ", log.Missing)}");
    Console.WriteLine($"{KnownOperations.All.Count} operations were called, and answered as they must.");
});
