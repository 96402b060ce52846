namespace OkSign.Emulator.Faults;

/// <summary>No answer to a request that has arrived as a whole.</summary>
internal sealed record Silence(FaultEnd End) : FaultCourse
{
    public override async Task RunAsync(FaultedRequest request, bool afterWork)
    {
        await request.ReceiveAsync(afterWork);
        await request.EndAsync(End);
    }
}
