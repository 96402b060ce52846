using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>
/// What the signer's browser brings to the return address. Nothing in it is authenticated, and the signer can change all of it; see
/// <see cref="OkSignInboundCall"/>. Whoever closes the browser never comes, so do not wait for it either.
/// </summary>
public sealed class OkSignReturn : OkSignSignatureCall
{
    private static readonly string[] StatusNames = ["status"];
    private static readonly string[] DocumentNames = ["docid"];

    private static readonly InboundForm<OkSignReturn> Form =
        new(static parameters => new(parameters), [.. Names, .. StatusNames, .. DocumentNames], [.. IdNames, .. DocumentNames]);

    private OkSignReturn(InboundParameters parameters)
        : base(parameters)
    {
        Status = parameters.Text(StatusNames);
        DocumentId = parameters.Id(DocumentNames, static text => new DocumentId(new SourceDocumentId(text)));
    }

    /// <summary>How it went, in the service's words. No value is known for certain.</summary>
    public string? Status { get; }

    /// <summary>The document, where the service tells of one id only and does not say which.</summary>
    public DocumentId? DocumentId { get; }

    /// <summary>Reads a return from a query, with or without the leading <c>?</c>; a whole address is a <see cref="Uri"/>.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignReturn Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Form.Parse(InboundQuery.Read(query));
    }

    /// <summary>Reads a return from the query of an address, absolute or relative.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignReturn Parse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Form.Parse(InboundQuery.Read(address));
    }

    /// <summary>Reads a return from parameters that are decoded already, such as a web framework's.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignReturn Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Form.Parse(InboundQuery.Read(parameters));
    }

    /// <summary>Reads a return as <see cref="Parse(string)"/> does, without an exception whatever was sent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="returned">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        string? query,
        [NotNullWhen(true)] out OkSignReturn? returned,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(query), out returned, out reason);

    /// <summary>Reads a return as <see cref="Parse(Uri)"/> does, without an exception whatever was sent.</summary>
    /// <param name="address">The address.</param>
    /// <param name="returned">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        Uri? address,
        [NotNullWhen(true)] out OkSignReturn? returned,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(address), out returned, out reason);

    /// <summary>
    /// Reads a return as <see cref="Parse(IEnumerable{KeyValuePair{string, string?}})"/> does, without an exception whatever was sent.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="returned">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the parameters.</param>
    public static bool TryParse(
        IEnumerable<KeyValuePair<string, string?>>? parameters,
        [NotNullWhen(true)] out OkSignReturn? returned,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(parameters), out returned, out reason);
}
