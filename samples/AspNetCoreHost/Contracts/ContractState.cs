namespace AspNetCoreHost.Contracts;

/// <summary>How far a contract is.</summary>
public enum ContractState
{
    /// <summary>It is being prepared; the service knows nothing of it.</summary>
    Draft,

    /// <summary>It is on its way to the service at this moment.</summary>
    Sending,

    /// <summary>The service may have it, and may not: an answer was lost. Somebody has to look before it is sent again.</summary>
    Uncertain,

    /// <summary>The signers can sign it.</summary>
    Sent,

    /// <summary>Everybody has signed it.</summary>
    Completed,
}
