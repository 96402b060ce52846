using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OkSign.Client.AspNetCore;

/// <summary>A delivery error that the service lists.</summary>
internal sealed record DeliveryFacts(
    string? Event,
    string? Email,
    string? Mobile,
    string? Source,
    string? Reason,
    string? OrganizationalToken,
    DateTimeOffset? Timestamp)
{
    public const string Kind = "oksign.delivery-error";

    public static DeliveryFacts Of(DeliveryError error)
        => new(error.Event?.Value, error.Email, error.Mobile, error.SourceDocumentId?.Value, error.Reason, error.OrganizationalToken, error.Timestamp);

    public StoredEvent ToEvent() => new(Key(), Kind, JsonSerializer.Serialize(this, EventsJson.Default.DeliveryFacts), Attempts: 0);

    public DeliveryFailed ToFailure(string key, int attempt) => new()
    {
        Key = key,
        Error = new DeliveryError
        {
            Event = Event is null ? null : new DeliveryEvent(Event),
            Email = Email,
            Mobile = Mobile,
            SourceDocumentId = Source is null ? null : new SourceDocumentId(Source),
            Reason = Reason,
            OrganizationalToken = OrganizationalToken,
            Timestamp = Timestamp,
        },
        Attempt = attempt,
    };

    /// <summary>A hash: an error has no id, and addresses have no place in a key.</summary>
    private string Key()
    {
        string identity = string.Join('\n', Event, Email, Mobile, Source, Timestamp?.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return $"oksign/delivery/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)), 0, 16)}";
    }
}
