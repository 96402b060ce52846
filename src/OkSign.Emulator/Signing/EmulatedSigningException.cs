namespace OkSign.Emulator;

/// <summary>A scripted signer did what the service's signing page would not have allowed; the message tells what.</summary>
public sealed class EmulatedSigningException : InvalidOperationException
{
    /// <summary>For serializers and tests.</summary>
    public EmulatedSigningException()
    {
    }

    /// <param name="message">What is wrong.</param>
    public EmulatedSigningException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public EmulatedSigningException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
