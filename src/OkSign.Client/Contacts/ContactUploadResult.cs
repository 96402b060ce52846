using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What became of uploaded contacts: the service skips those that it does not like, and takes the others.</summary>
/// <remarks>
/// The form of the answer is not documented. Contacts in it are read as rejected ones and a text as the message; when it holds nothing, as
/// it does when all went well, so does this.
/// </remarks>
public sealed record ContactUploadResult : OkSignModel
{
    /// <summary>The contacts that the service skipped, if it lists them; what else it tells of one is in its additional members.</summary>
    [JsonPropertyName("rejected")]
    [JsonConverter(typeof(LenientListConverter<Contact>))]
    public IReadOnlyList<Contact> Rejected
    {
        get => field ?? [];
        init;
    }

    /// <summary>The service's text, if it gives one.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
