namespace OkSign.Emulator.Dashboard;

/// <summary>How far a signer is on one document.</summary>
internal enum SignerProgress
{
    /// <summary>There is nothing to sign or fill in.</summary>
    NothingToDo,

    /// <summary>Somebody else signs first.</summary>
    Waiting,

    /// <summary>Can sign now.</summary>
    Turn,

    /// <summary>Has signed, or filled in what there was.</summary>
    Signed,

    /// <summary>Has refused to sign.</summary>
    Refused,

    /// <summary>Can sign no more.</summary>
    Closed,
}
