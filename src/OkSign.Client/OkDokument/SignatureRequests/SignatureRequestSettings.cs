using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>What there is to say of one round of signing.</summary>
public sealed record SignatureRequestSettings
{
    /// <summary>
    /// The request's id, a new one for each round. Made when the request is sent unless set; set it to be able to ask for the request when the
    /// answer was lost (<see cref="OkDokumentSignatureRequestsClient.FindAsync"/>).
    /// </summary>
    public SignatureRequestId? SignatureRequestId { get; init; }

    /// <summary>
    /// For a new document, what to do with it first: <see cref="StoredDocumentState.ToSign"/> unless set, <see cref="StoredDocumentState.Tags"/> or
    /// <see cref="StoredDocumentState.ToStamp"/>. A stored one changes to <see cref="StoredDocumentState.ToSign"/>, and may ask for no other.
    /// </summary>
    public StoredDocumentState? State { get; init; }

    /// <summary>Where the signer's browser goes afterwards: absolute, http or https. See <see cref="OkDokumentResult"/>.</summary>
    public Uri? ResultUrl { get; init; }

    /// <summary>
    /// The address that the service calls when the signer has submitted or cancelled: absolute, http or https, without a login. See
    /// <see cref="OkDokumentCompletion"/>, and put a <see cref="CallbackSecret"/> into it.
    /// </summary>
    public Uri? SendInfoUrl { get; init; }

    /// <summary>Which form fields may be used in this round, by kind; all unless set.</summary>
    public IReadOnlyDictionary<FormFieldKind, IReadOnlyList<string>>? AllowedFields { get; init; }

    /// <summary>Form fields to fill in beforehand. First round only.</summary>
    public IReadOnlyList<FieldSetting> Fields { get; init; } = [];

    /// <summary>The kinds of form fields that need not be filled in although the PDF says so.</summary>
    public IReadOnlyList<FormFieldKind> IgnoreRequired { get; init; } = [];

    /// <summary>What becomes of the form fields just before signing; <see cref="FieldHandling.Flatten"/> unless set.</summary>
    public FieldHandling? FieldsBeforeSigning { get; init; }

    /// <summary>
    /// Until when the link works: in the future, and at most <see cref="OkDokumentLimits.LongestExpiration"/> (10 days) ahead.
    /// <see cref="OkDokumentLimits.UsualExpiration"/> (24 hours) unless set.
    /// </summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>What the signing page does, who is told by e-mail, and which codes are asked for.</summary>
    public SigningRules? Rules { get; init; }

    /// <summary>Members that this version of the library does not know; they are sent along.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The name of the type only: addresses and names of people must not slip into a log.</summary>
    public override string ToString() => nameof(SignatureRequestSettings);
}
