using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>Messages to send for a document or a briefcase whose form descriptor the service has already.</summary>
public sealed record NotificationUpload : OkSignModel
{
    /// <summary>The e-mail, the text message, or both.</summary>
    [JsonPropertyName("notifications")]
    public required NotificationSettings Notifications { get; init; }

    /// <summary>The people, if the form descriptor did not tell of them.</summary>
    [JsonPropertyName("signersinfo")]
    [JsonConverter(typeof(LenientListConverter<Signer>))]
    public IReadOnlyList<Signer>? Signers { get; init; }

    /// <summary>The order in which signers are notified; without one, all are at once.</summary>
    [JsonPropertyName("workflow")]
    [JsonConverter(typeof(LenientListConverter<WorkflowStep>))]
    public IReadOnlyList<WorkflowStep>? Workflow { get; init; }
}
