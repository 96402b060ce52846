namespace OkSign.Client.OkDokument;

/// <summary>What was used in one month; a counter that the service does not tell is null.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, 1 to 12.</param>
public sealed record MonthlyUsage(int Year, int Month)
{
    /// <summary>The downloads.</summary>
    public long? Downloads { get; init; }

    /// <summary>The files that were uploaded.</summary>
    public long? UploadedFiles { get; init; }

    /// <summary>The files that were deleted.</summary>
    public long? DeletedFiles { get; init; }

    /// <summary>The signature requests, one credit each.</summary>
    public long? SignatureRequests { get; init; }
}
