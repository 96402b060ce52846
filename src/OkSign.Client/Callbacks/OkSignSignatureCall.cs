namespace OkSign.Client;

/// <summary>What a callback and a return have in common: they tell of a signature. See <see cref="OkSignInboundCall"/> about trust.</summary>
/// <remarks>
/// The names of the parameters are not certain, so former and likely ones are read, too. A value that cannot be read leaves its member
/// null and stands in <see cref="OkSignInboundCall.Parameters"/>.
/// </remarks>
public abstract class OkSignSignatureCall : OkSignInboundCall
{
    private static readonly string[] SourceNames = ["source_docid", "source_doc"];
    private static readonly string[] SignedNames = ["signed_docid", "signed_doc"];
    private static readonly string[] FileNames = ["filename"];
    private static readonly string[] SignerNames = ["signerid"];
    private static readonly string[] RequiredNames = ["nbrOfSigaturesRequired", "nbrOfSignaturesRequired"];
    private static readonly string[] PlacedNames = ["nbrOfSigaturesValid", "nbrOfSignaturesValid"];
    private static readonly string[] FieldsNames = ["fields_completed"];
    private static readonly string[] CreditsNames = ["creditsinfo"];
    private static readonly string[] TimestampNames = ["ts"];
    private static readonly string[] OrganizationalTokenNames = ["orgtoken"];

    private protected OkSignSignatureCall(InboundParameters parameters)
        : base(parameters)
    {
        SourceDocumentId = parameters.Id(SourceNames, static text => new SourceDocumentId(text));
        SignedDocumentId = parameters.Id(SignedNames, static text => new SignedDocumentId(text));
        FileName = parameters.Text(FileNames);
        SignerId = parameters.Id(SignerNames, static text => new SignerId(text));
        SignaturesRequired = parameters.Count(RequiredNames);
        SignaturesPlaced = parameters.Count(PlacedNames);
        CompletedFields = parameters.Json(FieldsNames, CallbacksJson.Shared.IReadOnlyListCompletedField);
        CreditsUsed = parameters.Json(CreditsNames, CallbacksJson.Shared.IReadOnlyListCreditsUsed);
        Timestamp = parameters.Time(TimestampNames);
        OrganizationalToken = parameters.Text(OrganizationalTokenNames);
    }

    /// <summary>The id of the uploaded document.</summary>
    public SourceDocumentId? SourceDocumentId { get; }

    /// <summary>The id of the signed copy.</summary>
    public SignedDocumentId? SignedDocumentId { get; }

    /// <summary>The document's name. Never a path to write to: it is a stranger's text.</summary>
    public string? FileName { get; }

    /// <summary>Who signed.</summary>
    public SignerId? SignerId { get; }

    /// <summary>How many signatures the document needs.</summary>
    public int? SignaturesRequired { get; }

    /// <summary>How many signatures it has.</summary>
    public int? SignaturesPlaced { get; }

    /// <summary>Whether all signatures are said to be there; false when a count is missing.</summary>
    public bool IsComplete => SignaturesRequired > 0 && SignaturesPlaced >= SignaturesRequired;

    /// <summary>What the signer filled in; null when it is not told or cannot be read.</summary>
    public IReadOnlyList<CompletedField>? CompletedFields { get; }

    /// <summary>The credits that were used, for each signer; null when it is not told or cannot be read.</summary>
    public IReadOnlyList<CreditsUsed>? CreditsUsed { get; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? Timestamp { get; }

    /// <summary>The label of the key with which the document was uploaded.</summary>
    public string? OrganizationalToken { get; }

    /// <summary>The names of the ids, which must not hold a control character.</summary>
    internal static IReadOnlyList<string> IdNames { get; } = [.. SourceNames, .. SignedNames, .. SignerNames];

    /// <summary>All names that are known.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. IdNames, .. FileNames, .. RequiredNames, .. PlacedNames, .. FieldsNames, .. CreditsNames, .. TimestampNames, .. OrganizationalTokenNames,
    ];
}
