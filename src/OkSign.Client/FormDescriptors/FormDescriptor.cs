using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// Who signs and fills in what, where on a document, in which order, and how they hear of it (section <c>FormDesc</c> of the service).
/// </summary>
public sealed record FormDescriptor : OkSignModel
{
    /// <summary>The document's name as signers see it. May be in any script, unlike the name in an upload.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Whether the document may be signed many times, each time giving a signed copy of its own; false unless set.</summary>
    [JsonPropertyName("reusable")]
    public bool? IsReusable { get; init; }

    /// <summary>The fields, at least one.</summary>
    [JsonPropertyName("fields")]
    [JsonConverter(typeof(LenientListConverter<FormField>))]
    public required IReadOnlyList<FormField> Fields
    {
        get => field ?? [];
        init;
    }

    /// <summary>The people to whom the fields belong.</summary>
    [JsonPropertyName("signersinfo")]
    [JsonConverter(typeof(LenientListConverter<Signer>))]
    public IReadOnlyList<Signer> Signers
    {
        get => field ?? [];
        init;
    }

    /// <summary>The signing order; without one, everybody may sign at once.</summary>
    [JsonPropertyName("workflow")]
    [JsonConverter(typeof(LenientListConverter<WorkflowStep>))]
    public IReadOnlyList<WorkflowStep>? Workflow { get; init; }

    /// <summary>The e-mails and text messages to send; none unless set.</summary>
    [JsonPropertyName("notifications")]
    [JsonConverter(typeof(LenientObjectConverter<NotificationSettings>))]
    public NotificationSettings? Notifications { get; init; }

    /// <summary>The address of a logo to show while signing.</summary>
    [JsonPropertyName("logo")]
    public string? Logo { get; init; }

    /// <summary>The e-mail address of the account's user who gets the document.</summary>
    [JsonPropertyName("assignto")]
    public string? AssignTo { get; init; }

    /// <summary>Whether the signed document is sent to the account's address only.</summary>
    [JsonPropertyName("sendtomeonly")]
    public bool? SendToMeOnly { get; init; }

    /// <summary>Another address for the signed document.</summary>
    [JsonPropertyName("sendtomeemail")]
    public string? SendToMeEmail { get; init; }
}
