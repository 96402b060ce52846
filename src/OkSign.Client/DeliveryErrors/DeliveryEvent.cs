using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// Why a message did not reach its signer. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct DeliveryEvent(string Value)
{
    /// <summary>The address does not exist (any more): sending again does not help.</summary>
    public static DeliveryEvent HardBounce { get; } = new("hard_bounce");

    /// <summary>The mailbox is full or its server not available: sending again may help.</summary>
    public static DeliveryEvent SoftBounce { get; } = new("soft_bounce");

    /// <summary>The receiving side refused the sender.</summary>
    public static DeliveryEvent Blocked { get; } = new("blocked");

    /// <summary>The message was taken for spam, or reported as such.</summary>
    public static DeliveryEvent Spam { get; } = new("spam");

    /// <summary>The address is not one.</summary>
    public static DeliveryEvent InvalidEmail { get; } = new("invalid_email");

    /// <summary>The receiving side put the message off; it may still arrive.</summary>
    public static DeliveryEvent Deferred { get; } = new("deferred");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(DeliveryEvent other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(DeliveryEvent)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<DeliveryEvent>(static value => new(value), static item => item.Value);
}
