namespace OkSign.Emulator.Faults;

/// <summary>How a request ends that gets no whole answer.</summary>
internal enum FaultEnd
{
    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing happens until the client goes away.</summary>
    Hold,
}
