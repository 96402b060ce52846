namespace OkSign.Emulator;

/// <summary>What the emulator calls an address about.</summary>
public enum CallbackKind
{
    /// <summary>A signature, told to the callback URL.</summary>
    Signature,

    /// <summary>A message that could not be delivered, told to the webhook URL.</summary>
    DeliveryError,

    /// <summary>The end of a signing round of OKdokument, told to <c>sendInfoURL</c>.</summary>
    Completion,
}
