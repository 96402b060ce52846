using System.Collections.ObjectModel;

namespace OkSign.Client;

/// <summary>The base of what the service, or somebody who pretends to be it, tells your web server in a query.</summary>
/// <remarks>
/// <b>Nothing in such a call is authenticated</b>: whoever knows the address can send anything. Take it as a hint to look, put a secret of
/// your own into the address (<see cref="CallbackSecret"/>), and ask the service before you act on it.
/// </remarks>
public abstract class OkSignInboundCall
{
    /// <summary>The longest query that is read, in characters: 65,536.</summary>
    public const int MaxQueryLength = 65_536;

    /// <summary>The most parameters that are read: 256.</summary>
    public const int MaxParameters = 256;

    private protected OkSignInboundCall(InboundParameters parameters)
        => Parameters = new ReadOnlyDictionary<string, string>(parameters.All);

    /// <summary>
    /// Everything that was sent, known or not, decoded. Letter case of the names does not count; of a repeated parameter this is the
    /// first value. What is not Unicode has become U+FFFD; everything else, control characters too, is as the sender wrote it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The name of the type only: what is said of people must not slip into a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
