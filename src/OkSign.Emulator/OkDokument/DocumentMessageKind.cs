namespace OkSign.Emulator;

/// <summary>What a message of OKdokument is about.</summary>
public enum DocumentMessageKind
{
    /// <summary>The invitation to sign, to the signer.</summary>
    Invitation,

    /// <summary>The signed document.</summary>
    SignedDocument,

    /// <summary>A daily reminder to the signer.</summary>
    SignerReminder,

    /// <summary>The same reminder to the sender.</summary>
    SenderReminder,

    /// <summary>A one-time code to open the document.</summary>
    OpenCode,

    /// <summary>A one-time code to sign the document.</summary>
    SignCode,
}
