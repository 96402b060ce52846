namespace OkSign.Client.OkDokument;

/// <summary>
/// The one table of what is disputed about OKdokument's wire. Each entry has the best supported value; change it here when you know better, and
/// no other code has to.
/// </summary>
/// <remarks>How well each fact is known stands in docs/okdokument-wire-evidence.md.</remarks>
public sealed class OkDokumentWireProfile
{
    /// <summary>
    /// The form of operations of which something is disputed, by name, such as <c>OkDokument.UpdateSignatureRequest</c>. Any other operation can be
    /// added. A path keeps the name in braces that stands for the id.
    /// </summary>
    public IDictionary<string, WireForm> Operations { get; } = new Dictionary<string, WireForm>(StringComparer.OrdinalIgnoreCase)
    {
        // The wiki's table has sendInfoUrl, all its samples sendInfoURL.
        ["OkDokument.UpdateSignatureRequest"] = new() { RequestMembers = { ["sendInfoURL"] = "sendInfoURL", ["resulturl"] = "resulturl" } },

        // Two names for the base64 text are accepted: content and $content.
        ["OkDokument.CreateSignatureRequest"] = new() { RequestMembers = { ["content"] = "content" } },
        ["OkDokument.UploadDocument"] = new() { RequestMembers = { ["content"] = "content" } },

        // Known from the connector only.
        ["OkDokument.DeleteDocument"] = new() { Path = "/JSON/document/{documentId}" },
        ["OkDokument.SetCallback"] = new() { Method = "POST", Path = "/JSON/signatureRequest/{signatureRequestId}" },
    };

    /// <summary>
    /// Whether the names of <see cref="SignatureRequestSettings.AllowedFields"/> go out as one text joined by <c>;</c>, as older sources have it, and
    /// not as a list.
    /// </summary>
    public bool AllowedFieldsAsText { get; set; }

    /// <summary>What stands between the addresses of <see cref="SigningRules.FinalRecipients"/>: <c>;</c>, or <c>|</c> in older sources.</summary>
    public string FinalRecipientSeparator { get; set; } = ";";
}
