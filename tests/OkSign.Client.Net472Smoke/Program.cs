using OkSign.Client.Net472Smoke;
using OkSign.Smoke;

// What the library does for most of its users, from the build for .NET Framework.
return await SmokeProgram.RunAsync(args, async arguments =>
{
    Func<SmokeArguments, Task>[] scenarios =
    [
        MainJob.UploadDescribeSignAndFileAsync,
        MainJob.SendAFluentRequestAsync,
        MainJob.CarryALargeFileAsync,
        RegistrationStory.TellAsync,
        MainJob.SayThatTheKeyIsWrongAsync,
        MainJob.SayWhatIsNotThereAsync,
        Trouble.RetryAReadAsync,
        Trouble.SendAnUploadOnceAsync,
        Trouble.SayThatNobodyAnswersAsync,
        Trouble.GiveUpASilentServiceAsync,
        Trouble.GiveUpAStalledDownloadAsync,
        Trouble.GiveUpAStalledUploadAsync,
        Trouble.StopWhenCancelledAsync,
        Trouble.StopADownloadWhenCancelledAsync,
        OkDokumentJob.RegisterSignAndFileAsync,
        OkDokumentJob.SendTwoRoundsAsync,
        OkDokumentJob.CarryALargeFileAsync,
        OkDokumentJob.SayThatTheKeyIsWrongAsync,
        OkDokumentJob.SayThatTheIdWasUsedAsync,
        OkDokumentTrouble.FindARoundWhoseAnswerWasLostAsync,
        OkDokumentTrouble.SendARoundOnceAsync,
    ];

    int failures = 0;
    foreach (Func<SmokeArguments, Task> scenario in scenarios)
    {
        failures += await PassesAsync(scenario, arguments) ? 0 : 1;
    }

    Check.That(failures == 0);
});

static async Task<bool> PassesAsync(Func<SmokeArguments, Task> scenario, SmokeArguments arguments)
{
    try
    {
        await scenario(arguments);
        Console.WriteLine($"ok      {NameOf(scenario)}");
        return true;
    }
#pragma warning disable CA1031 // Whatever it is, the others still have something to say.
    catch (Exception failure)
#pragma warning restore CA1031
    {
        Console.WriteLine($"FAILED  {NameOf(scenario)}: {failure}");
        return false;
    }
}

static string NameOf(Func<SmokeArguments, Task> scenario) => $"{scenario.Method.DeclaringType?.Name}.{scenario.Method.Name}";
