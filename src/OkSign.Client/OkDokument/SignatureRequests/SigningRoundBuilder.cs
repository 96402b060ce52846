using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>
/// Puts together one round of signing and sends it. Get one from <see cref="OkDokumentClient.NewSignatureRequest"/> or
/// <see cref="OkDokumentClient.NextRound"/>.
/// </summary>
/// <remarks>
/// Nothing is sent, and nothing is checked, before <see cref="SendAsync"/>, which tells all that is wrong at once. Not thread-safe.
/// </remarks>
public sealed class SigningRoundBuilder
{
    private readonly OkDokumentClient _client;
    private readonly OkSignFile? _file;
    private readonly StoredDocumentId? _document;
    private readonly Dictionary<FormFieldKind, IReadOnlyList<string>> _allowed = [];
    private readonly List<FieldSetting> _fields = [];
    private readonly List<FormFieldKind> _ignored = [];
    private readonly Dictionary<string, JsonElement> _additional = [];
    private SignatureRequestSettings _settings = new();
    private SigningRules _rules = new();
    private TimeSpan? _lifetime;
    private bool _isMultipart;
    private bool _wasTried;

    internal SigningRoundBuilder(OkDokumentClient client, OkSignFile file) => (_client, _file) = (client, file);

    internal SigningRoundBuilder(OkDokumentClient client, StoredDocumentId document) => (_client, _document) = (client, document);

    /// <summary>The id of the signature request: a new one unless <see cref="WithId"/> sets another.</summary>
    public SignatureRequestId Id { get; private set; } = SignatureRequestId.New();

    /// <summary>Sets the id of the signature request, a new one for each round.</summary>
    public SigningRoundBuilder WithId(SignatureRequestId id)
    {
        (Id, _wasTried) = (id, false);
        return this;
    }

    /// <summary>
    /// Tags in the document's text become signature fields: <c>_SC1_</c> to <c>_SC5_</c> ones that must be signed, <c>_SO1_</c> to <c>_SO5_</c> ones that
    /// may be. The signer signs there and nowhere else. In a further round they are fields already.
    /// </summary>
    public SigningRoundBuilder WithTags() => InState(StoredDocumentState.Tags).SigningAnywhere(false);

    /// <summary>The PDF has signature fields. The signer signs there and nowhere else.</summary>
    public SigningRoundBuilder WithSignatureFields() => SigningAnywhere(false);

    /// <summary>The signer may sign at any place.</summary>
    public SigningRoundBuilder SignAnywhere() => SigningAnywhere(true);

    /// <summary>The document gets a digital stamp first. Of no effect in a further round.</summary>
    public SigningRoundBuilder WithStamp() => InState(StoredDocumentState.ToStamp);

    /// <summary>Which signature fields may be signed in this round; all unless said.</summary>
    public SigningRoundBuilder AllowSignatures(params string[] names) => Allow(FormFieldKind.Signature, names);

    /// <summary>Which form fields of a kind may be used in this round; all of all kinds unless something is said of one.</summary>
    public SigningRoundBuilder Allow(FormFieldKind kind, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length == 0)
        {
            // To the service, none may mean all.
            throw new ArgumentException("One name is needed at least.", nameof(names));
        }

        _allowed[kind] = _allowed.TryGetValue(kind, out IReadOnlyList<string>? present) ? [.. present, .. names] : [.. names];
        return this;
    }

    /// <summary>Fills in a form field of the PDF. First round only: the first signature freezes the fields.</summary>
    /// <param name="name">The field's name in the PDF, exactly.</param>
    /// <param name="value">The value as the field has it, a date in the field's own form.</param>
    /// <param name="isReadOnly">Whether the signer cannot change it.</param>
    public SigningRoundBuilder Fill(string name, string value, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        _fields.Add(new FieldSetting { Name = name, Value = value, IsReadOnly = isReadOnly });
        return this;
    }

    /// <summary>Ticks a box of the PDF. First round only.</summary>
    /// <param name="name">The field's name in the PDF, exactly.</param>
    /// <param name="isReadOnly">Whether the signer cannot change it.</param>
    public SigningRoundBuilder Tick(string name, bool isReadOnly = false)
    {
        const string Ticked = "1";
        return Fill(name, Ticked, isReadOnly);
    }

    /// <summary>Form fields of these kinds need not be filled in although the PDF says so.</summary>
    public SigningRoundBuilder IgnoreRequired(params FormFieldKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        _ignored.AddRange(kinds);
        return this;
    }

    /// <summary>What becomes of the form fields just before signing.</summary>
    public SigningRoundBuilder FieldsBeforeSigning(FieldHandling handling)
    {
        _settings = _settings with { FieldsBeforeSigning = handling };
        return this;
    }

    /// <summary>How long the link works from when the request is sent: at most <see cref="OkDokumentLimits.LongestExpiration"/> (10 days), 24 hours unless set.</summary>
    public SigningRoundBuilder ExpiresAfter(TimeSpan lifetime)
    {
        _lifetime = lifetime;
        return this;
    }

    /// <summary>Where the signer's browser goes afterwards. See <see cref="OkDokumentResult"/>.</summary>
    public SigningRoundBuilder ReturnTo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _settings = _settings with { ResultUrl = address };
        return this;
    }

    /// <summary>
    /// The address that the service calls when the signer is done. See <see cref="OkDokumentCompletion"/>, and put a <see cref="CallbackSecret"/> into it.
    /// </summary>
    public SigningRoundBuilder NotifyAt(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _settings = _settings with { SendInfoUrl = address };
        return this;
    }

    /// <summary>Invites the signer by e-mail. Without this you hand over the link yourself.</summary>
    /// <param name="to">The signer's address.</param>
    /// <param name="replyTo">The address to which answers go.</param>
    /// <param name="senderName">The sender's name.</param>
    /// <param name="message">A text in the invitation.</param>
    /// <param name="remindsDaily">Whether both are reminded every day at 7 until it is signed.</param>
    public SigningRoundBuilder InviteByEmail(string to, string replyTo, string? senderName = null, string? message = null, bool remindsDaily = false)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(replyTo);
        _rules = _rules with
        {
            EmailTo = to,
            EmailFrom = replyTo,
            SenderName = senderName ?? _rules.SenderName,
            EmailMessage = message ?? _rules.EmailMessage,
            RemindsDaily = remindsDaily ? true : _rules.RemindsDaily,
        };
        return this;
    }

    /// <summary>Sends the signed file by e-mail.</summary>
    /// <param name="addresses">The addresses; none means the one that is invited.</param>
    public SigningRoundBuilder SignedFileTo(params string[] addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        _rules = _rules with { FinalRecipients = [.. addresses] };
        return this;
    }

    /// <summary>The language of e-mails and text messages; Slovak unless set.</summary>
    public SigningRoundBuilder Language(TemplateLanguage language)
    {
        _rules = _rules with { Language = language };
        return this;
    }

    /// <summary>Asks for a code before the document opens; it is sent by e-mail.</summary>
    public SigningRoundBuilder CodeToOpenByEmail(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _rules = _rules with { OpenCodeEmail = address };
        return this;
    }

    /// <summary>Asks for a code before the document opens; it is sent by text message.</summary>
    /// <param name="number">E.164, such as <c>+421900000001</c>.</param>
    public SigningRoundBuilder CodeToOpenBySms(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _rules = _rules with { OpenCodePhone = number };
        return this;
    }

    /// <summary>Asks for a code to sign; it is sent by e-mail. Needs a signature field.</summary>
    public SigningRoundBuilder CodeToSignByEmail(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _rules = _rules with { SignCodeEmail = address };
        return this;
    }

    /// <summary>Asks for a code to sign; it is sent by text message. Needs a signature field.</summary>
    /// <param name="number">E.164, such as <c>+421900000001</c>.</param>
    public SigningRoundBuilder CodeToSignBySms(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _rules = _rules with { SignCodePhone = number };
        return this;
    }

    /// <summary>Asks the signer for a name.</summary>
    /// <param name="suggestion">The name that is there beforehand, at most 40 characters.</param>
    public SigningRoundBuilder AskForName(string? suggestion = null)
    {
        _rules = _rules with { AsksForSignerName = true, SignerName = suggestion ?? _rules.SignerName };
        return this;
    }

    /// <summary>Any other rule.</summary>
    /// <param name="change">Makes the new rules of those that are there.</param>
    public SigningRoundBuilder Rules(Func<SigningRules, SigningRules> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _rules = change(_rules) ?? throw new ArgumentException("There are no rules.", nameof(change));
        return this;
    }

    /// <summary>A member of the request that this version of the library does not know.</summary>
    public SigningRoundBuilder With(string member, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(member);
        _additional[member] = value;
        return this;
    }

    /// <summary>
    /// Sends a new document, a PDF, as a multipart form: a quarter less to send than as base64 in JSON. A newer operation of the service; that it finds
    /// tags is not documented.
    /// </summary>
    /// <exception cref="InvalidOperationException">The document is stored already: none goes along.</exception>
    public SigningRoundBuilder AsMultipart()
    {
        _isMultipart = _file is not null ? true : throw new InvalidOperationException("No document goes along with a further round.");
        return this;
    }

    /// <summary>
    /// Registers the round, with its document if that is new (operation 2.2, <c>POST /JSON/signatureRequest</c>, or <c>POST /JSON/upload</c>). Costs a credit.
    /// </summary>
    /// <remarks>
    /// When the answer is lost, looks whether the request is there (<see cref="OkDokumentSignatureRequestsClient.FindAsync"/>) and takes it for sent if
    /// it is. It is never sent again by itself. When you send the same builder again after that, it looks first.
    /// </remarks>
    /// <param name="cancellationToken">Cancels sending.</param>
    /// <exception cref="OkSignInputException">Something is wrong; all of it is told at once. Nothing was sent.</exception>
    /// <exception cref="OkSignException">
    /// The call failed. Where <see cref="OkSignException.MayHaveReachedService"/> is true, the request was not found, which does not say that it
    /// does not come to be: look for <see cref="Id"/> again before you send another one.
    /// </exception>
    /// <exception cref="OkDokumentIncompleteRoundException">It was registered, and its document's id is not known.</exception>
    /// <exception cref="IOException">The file cannot be read (any more).</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read (any more).</exception>
    public async Task<SigningRound> SendAsync(CancellationToken cancellationToken = default)
    {
        SignatureRequestSettings settings = ToSettings();
        var sender = new RoundSender(_client, Id, _document, settings.ExpirationTime ?? _client.Now() + OkDokumentLimits.UsualExpiration);
        bool wasTriedBefore = _wasTried;
        _wasTried = true;
        try
        {
            return await sender.SendAsync(token => CreateAsync(settings, token), wasTriedBefore, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or OkSignException { MayHaveReachedService: false })
        {
            // This time it surely was not.
            _wasTried = wasTriedBefore;
            throw;
        }
    }

    private SigningRoundBuilder InState(StoredDocumentState state)
    {
        if (_file is not null)
        {
            _settings = _settings with { State = state };
        }

        return this;
    }

    private SigningRoundBuilder SigningAnywhere(bool isAllowed)
    {
        _rules = _rules with { SignAnywhere = isAllowed };
        return this;
    }

    private Task<CreatedSignatureRequest> CreateAsync(SignatureRequestSettings settings, CancellationToken cancellationToken)
        => (_file, _document, _isMultipart) switch
        {
            (null, { } document, _) => _client.SignatureRequests.CreateForStoredAsync(document, settings, cancellationToken),
            (_, _, true) => _client.SignatureRequests.UploadAsync(_file!, settings, cancellationToken),
            _ => _client.SignatureRequests.CreateAsync(_file!, settings, cancellationToken),
        };

    // Far too long and far too short stay so, and are told with all else that is wrong; they must not leave the calendar.
    private static TimeSpan Limited(TimeSpan lifetime)
    {
        TimeSpan tooLong = OkDokumentLimits.LongestExpiration + OkDokumentLimits.LongestExpiration;
        return lifetime > tooLong ? tooLong : lifetime < TimeSpan.Zero ? TimeSpan.Zero : lifetime;
    }

    private SignatureRequestSettings ToSettings()
        => _settings with
        {
            SignatureRequestId = Id,
            AllowedFields = _allowed.Count > 0 ? _allowed : null,
            Fields = [.. _fields],
            IgnoreRequired = [.. _ignored],
            ExpirationTime = _lifetime is { } lifetime ? _client.Now() + Limited(lifetime) : null,
            Rules = _rules,
            AdditionalMembers = new Dictionary<string, JsonElement>(_additional),
        };
}
