namespace OkSign.Emulator.OkDokument;

/// <summary>A one-time code that the signer must enter: where it is sent, and what it is if the caller has fixed it.</summary>
internal sealed record OtpRule(string? Email, string? Phone, string? Code)
{
    public bool IsAsked => Email is not null || Phone is not null || Code is not null;
}
