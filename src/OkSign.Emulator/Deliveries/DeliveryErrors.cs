using System.Collections.Immutable;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Deliveries;

/// <summary>Knows which addresses cannot be reached, and what therefore did not arrive.</summary>
internal sealed class DeliveryErrors(CallbackEvents callbacks)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, (string Event, string Reason)> _failures = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableList<DeliveryError> _errors = [];

    public IReadOnlyList<DeliveryError> All() => _errors;

    public void FailFromNowOn(string recipient, string deliveryEvent, string reason)
    {
        lock (_gate)
        {
            _failures[recipient] = (deliveryEvent, reason);
        }
    }

    /// <summary>Brings a message to its recipients, or records that it could not.</summary>
    public void Deliver(SentMessage message, string organizationalToken)
    {
        lock (_gate)
        {
            foreach (string recipient in message.Cc.Prepend(message.Recipient).Distinct())
            {
                if (_failures.TryGetValue(recipient, out (string Event, string Reason) failure))
                {
                    Record(failure, recipient, message, organizationalToken);
                }
            }
        }
    }

    private void Record((string Event, string Reason) failure, string recipient, SentMessage message, string organizationalToken)
    {
        bool isEmail = message.Kind == MessageKind.Email;
        var error = new DeliveryError(
            failure.Event,
            isEmail ? recipient : null,
            isEmail ? null : recipient,
            message.DocumentId,
            failure.Reason,
            organizationalToken,
            Timestamps.Format(message.SentAt),
            message.SentAt);
        _errors = _errors.Add(error);
        callbacks.NotDelivered(error);
    }
}
