using System.Text.Json.Serialization;

namespace OkSign.Emulator.EditorExpress;

/// <summary>A session of the editor, in the form of its tokeninfo. What the editor offers is kept and not acted upon: this one is a text box.</summary>
internal sealed record EditorSession(
    [property: JsonIgnore] string Token,
    [property: JsonPropertyName("docid")] string DocumentId,
    [property: JsonPropertyName("showAnonymousSigners")] bool? ShowAnonymousSigners,
    [property: JsonPropertyName("showMeSigner")] bool? ShowMeSigner,
    [property: JsonPropertyName("showSigningOptions")] bool? ShowSigningOptions,
    [property: JsonPropertyName("showTeammembers")] bool? ShowTeamMembers);
