namespace OkSign.Emulator.Faults;

/// <summary>What happens to a request that meets a fault.</summary>
internal abstract record FaultCourse
{
    /// <summary>Whether the operation is always (true) or never (false) carried out first; null when that can be chosen.</summary>
    public virtual bool? WorkDone => null;

    public abstract Task RunAsync(FaultedRequest request, bool afterWork);
}
