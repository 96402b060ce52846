namespace OkSign.Emulator;

/// <summary>What a scripted signer does on the signing page of OKdokument.</summary>
public sealed record DocumentSigningScript
{
    /// <summary>
    /// The name that the signer gives where the rule <c>guiRequestSignerName</c> asks for it, by default that of the rule
    /// <c>guiSignerName</c>.
    /// Without these rules it is what the drawn signature reads, by default "Signer".
    /// </summary>
    public string? SignerName { get; init; }

    /// <summary>
    /// What to fill in, by the name of the field: a text, one of the options of a combo box or radio group, or for a check box <c>1</c> or
    /// <c>true</c>, and <c>0</c>, <c>false</c> or nothing. A field that is left out keeps its pre-filled value.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The names of the signature fields to sign. Null, the default, is all of the round; without any, one signature anywhere if that
    /// is allowed.
    /// </summary>
    public IReadOnlyList<string>? Signatures { get; init; }

    /// <summary>Where to sign when it may be anywhere. Null, the default, is the foot of the last page.</summary>
    public SignaturePlace? Place { get; init; }

    /// <summary>The drawn signature, placed on all that is signed. Null, the default, leaves name and date alone.</summary>
    public SignatureDrawing? Drawing { get; init; }

    /// <summary>The typed signature, instead of a drawn one: one line, at most 100 characters.</summary>
    public string? TypedSignature { get; init; }

    /// <summary>The code to open the document, where one is asked for. Null, the default, is the one that was sent.</summary>
    public string? OpenCode { get; init; }

    /// <summary>The code to sign, where one is asked for. Null, the default, is the one that was sent.</summary>
    public string? SignCode { get; init; }

    /// <summary>The language of the browser, as the result URL tells it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// What the result URL tells after Submit: <c>success</c>, or <c>mobile</c> when the signer has gone on by telephone.
    /// </summary>
    public string Result { get; init; } = "success";
}
