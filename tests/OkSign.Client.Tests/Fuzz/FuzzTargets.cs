namespace OkSign.Client.Tests.Fuzz;

/// <summary>All doors for what comes from outside.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        AnswerFuzz.Target,
        AnswerFuzz.RawTarget,
        HeaderFuzz.Target,
        DownloadFuzz.Target,
        PdfFuzz.Target,
        QueryFuzz.Target,
        FileNameFuzz.Target,
        TextFuzz.Checkpoints,
        TextFuzz.Credentials,
        TextFuzz.Ids,
        ConfigurationFuzz.Target,
        OkDokumentFuzz.Answers,
        OkDokumentFuzz.Completions,
        OkDokumentFuzz.Rules,
    ];

    public static FuzzTarget Of(string name) => All.Single(target => target.Name == name);
}
