using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>
/// The call that the service makes to the callback address after every signature: a GET with everything in its query. Nothing in it is
/// authenticated; see <see cref="OkSignInboundCall"/>.
/// </summary>
/// <remarks>Do not remove the document while you answer: see <see cref="OkSignTooSoonException"/>.</remarks>
public sealed class OkSignCallback : OkSignSignatureCall
{
    private static readonly InboundForm<OkSignCallback> Form = new(static parameters => new(parameters), Names, IdNames);

    private OkSignCallback(InboundParameters parameters)
        : base(parameters)
    {
    }

    /// <summary>Reads a callback from a query, with or without the leading <c>?</c>; a whole address is a <see cref="Uri"/>.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignCallback Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Form.Parse(InboundQuery.Read(query));
    }

    /// <summary>Reads a callback from the query of an address, absolute or relative.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignCallback Parse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Form.Parse(InboundQuery.Read(address));
    }

    /// <summary>Reads a callback from parameters that are decoded already, such as a web framework's.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignCallback Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Form.Parse(InboundQuery.Read(parameters));
    }

    /// <summary>Reads a callback as <see cref="Parse(string)"/> does, without an exception whatever was sent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="callback">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        string? query,
        [NotNullWhen(true)] out OkSignCallback? callback,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(query), out callback, out reason);

    /// <summary>Reads a callback as <see cref="Parse(Uri)"/> does, without an exception whatever was sent.</summary>
    /// <param name="address">The address.</param>
    /// <param name="callback">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        Uri? address,
        [NotNullWhen(true)] out OkSignCallback? callback,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(address), out callback, out reason);

    /// <summary>
    /// Reads a callback as <see cref="Parse(IEnumerable{KeyValuePair{string, string?}})"/> does, without an exception whatever was sent.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="callback">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the parameters.</param>
    public static bool TryParse(
        IEnumerable<KeyValuePair<string, string?>>? parameters,
        [NotNullWhen(true)] out OkSignCallback? callback,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(parameters), out callback, out reason);
}
