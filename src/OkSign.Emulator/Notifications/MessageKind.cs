namespace OkSign.Emulator;

/// <summary>How a message reaches a signer.</summary>
public enum MessageKind
{
    /// <summary>An e-mail, of <c>notifications.smtp</c>.</summary>
    Email,

    /// <summary>A text message, of <c>notifications.sms</c>.</summary>
    Sms,
}
