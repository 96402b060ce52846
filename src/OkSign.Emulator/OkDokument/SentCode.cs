namespace OkSign.Emulator.OkDokument;

/// <summary>What to do when a signer gives no code where one is asked for.</summary>
internal enum SentCode
{
    /// <summary>The signer has one that was sent, or has it sent and takes it: a script.</summary>
    TakeWhenMissing,

    /// <summary>It is missing: the page.</summary>
    MustBeGiven,
}
