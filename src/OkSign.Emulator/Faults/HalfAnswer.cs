namespace OkSign.Emulator.Faults;

/// <summary>The true answer ends in the middle.</summary>
internal sealed record HalfAnswer(FaultEnd End) : FaultCourse
{
    public override bool? WorkDone => true;

    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        HeldAnswer answer = await request.WorkAsync();
        await request.SendHalfAsync(answer);
        await request.EndAsync(End, answer.StatusCode);
    }
}
