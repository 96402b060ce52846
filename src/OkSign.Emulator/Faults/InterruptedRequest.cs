namespace OkSign.Emulator.Faults;

/// <summary>The request ends in the middle of its body.</summary>
internal sealed record InterruptedRequest(long AfterBytes, FaultEnd End) : FaultCourse
{
    public override bool? WorkDone => false;

    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        await request.ReadAsync(AfterBytes);
        await request.EndAsync(End);
    }
}
