namespace OkSign.Emulator;

/// <summary>
/// What the emulator sends where the sources about the service disagree. Input needs no switch: every known variant is accepted.
/// </summary>
public sealed class WireVariants
{
    /// <summary>
    /// Whether <c>Credits.retrieve</c> answers in the usual envelope (the default, as all working clients expect) or with the bare object.
    /// </summary>
    public bool CreditsEnvelope { get; set; } = true;

    /// <summary>The form of an answer without content.</summary>
    public EmptyReason EmptyReason { get; set; }

    /// <summary>The HTTP status for missing or wrong credentials: 401 by default; 200 and 403 are as plausible.</summary>
    public int BadCredentialsStatusCode { get; set; } = 401;

    /// <summary>The form of the answer of <c>Briefcase.create</c>.</summary>
    public BriefcaseAnswer BriefcaseAnswer { get; set; }

    /// <summary>The form of the answer of <c>SignExpress.create</c>.</summary>
    public SessionAnswer SignExpressAnswer { get; set; }

    /// <summary>The form of the answer of <c>EditorExpress.create</c>.</summary>
    public SessionAnswer EditorExpressAnswer { get; set; }

    /// <summary>Under which path <c>EmailTemplates.retrieve</c> is: both by default.</summary>
    public EmailTemplatePaths EmailTemplatePaths { get; set; }

    /// <summary>How <c>Contacts.upload</c> tells of contacts that it skipped: by an array of them, by default.</summary>
    public RejectedContacts RejectedContacts { get; set; }

    /// <summary>The letter case of the parameter names of callbacks: as in the answers, by default.</summary>
    public CallbackParameterNames CallbackParameterNames { get; set; }

    internal WireVariants Copy() => (WireVariants)MemberwiseClone();
}
