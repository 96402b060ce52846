namespace OkSign.Emulator.Faults;

/// <summary>The true answer comes late.</summary>
internal sealed record LateAnswer(TimeSpan Delay) : FaultCourse
{
    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        if (afterWork)
        {
            HeldAnswer answer = await request.WorkAsync();
            await request.WaitAsync(Delay);
            await request.AnswerAsync(answer);
        }
        else
        {
            await request.WaitAsync(Delay);
            await request.AnswerAsync(await request.WorkAsync());
        }
    }
}
