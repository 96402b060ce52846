namespace OkSign.Emulator.Faults;

/// <summary>Half of the true answer goes out as if it were all.</summary>
internal sealed record TruncatedAnswer : FaultCourse
{
    public override bool? WorkDone => true;

    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        HeldAnswer answer = await request.WorkAsync();
        await request.AnswerAsync(answer with { Body = answer.FirstHalf });
    }
}
