using OkDokumentConsole;
using OkSign.Client;
using OkSign.Client.OkDokument;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
try
{
    if (Arguments.Parse(args) is not { } arguments)
    {
        Console.WriteLine(Arguments.Usage);
        return 0;
    }

    await using Scene scene = await Scene.SetAsync(arguments, stop.Token);
    foreach (UseCase useCase in arguments.UseCases)
    {
        Console.WriteLine($"{useCase.Number} {useCase.Title}");
        await useCase.RunAsync(scene, stop.Token);
    }

    UsageCounters usage = await scene.OkDokument.Usage.RetrieveAsync(stop.Token);
    Console.WriteLine($"Done. {usage.UsedSignatureRequests} credits used, {usage.AvailableSignatureRequests} left.");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return Complain("Stopped.", exitCode: 130);
}
catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or OkSignRejectedException)
{
    return Complain(exception.Message, exitCode: 2);
}
catch (OkSignException exception)
{
    return Complain(exception.Message, exitCode: 1);
}

static int Complain(string message, int exitCode)
{
    Console.Error.WriteLine(message.ReplaceLineEndings(" "));
    return exitCode;
}
