using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>An EditorExpress session: a person places the fields of a document in the service's editor.</summary>
/// <remarks>What the editor shows when it is not told otherwise is not documented.</remarks>
public sealed record EditorExpressSession : OkSignModel
{
    /// <summary>The document.</summary>
    [JsonPropertyName("docid")]
    public required SourceDocumentId DocumentId { get; init; }

    /// <summary>Whether fields may be given to signers without an account.</summary>
    [JsonPropertyName("showAnonymousSigners")]
    public bool? ShowAnonymousSigners { get; init; }

    /// <summary>Whether fields may be given to the account's own user.</summary>
    [JsonPropertyName("showMeSigner")]
    public bool? ShowMeSigner { get; init; }

    /// <summary>Whether the ways to sign may be chosen.</summary>
    [JsonPropertyName("showSigningOptions")]
    public bool? ShowSigningOptions { get; init; }

    /// <summary>Whether fields may be given to other users of the account.</summary>
    [JsonPropertyName("showTeammembers")]
    public bool? ShowTeamMembers { get; init; }
}
