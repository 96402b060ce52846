namespace OkSign.Emulator.Dashboard;

/// <summary>How far a signature request of OKdokument is.</summary>
internal enum RoundProgress
{
    /// <summary>It can be signed.</summary>
    Open,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It, or another one of the document, was signed or cancelled.</summary>
    Finished,
}
