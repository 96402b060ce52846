namespace OkSign.Emulator.OkDokument;

/// <summary>The rules of a signing round that the emulator follows; others are taken and have no effect.</summary>
internal sealed record RoundRules
{
    public const string DefaultLanguage = "sk";
    public const int MaxSignerNameLength = 40;

    public static RoundRules None { get; } = new();

    /// <summary>Whether the signer may sign at any place; null leaves it to whether the document has signature fields.</summary>
    public bool? SignAnywhere { get; init; }

    public bool RequestSignerName { get; init; }

    public string? SignerName { get; init; }

    public string? SignerDate { get; init; }

    public string? EmailTo { get; init; }

    public string? EmailFrom { get; init; }

    public string? NameFrom { get; init; }

    public string? EmailMessage { get; init; }

    /// <summary>Who gets the signed file.</summary>
    public IReadOnlyList<string> EmailFinal { get; init; } = [];

    /// <summary>Whether there are daily reminders.</summary>
    public bool Reminds { get; init; }

    public string Language { get; init; } = DefaultLanguage;

    public OtpRule Open { get; init; } = new(null, null, null);

    public OtpRule Sign { get; init; } = new(null, null, null);
}
