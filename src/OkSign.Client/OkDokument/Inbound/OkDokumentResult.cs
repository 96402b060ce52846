using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What the signer's browser brings to <see cref="SignatureRequestSettings.ResultUrl"/>. Nothing in it is authenticated, and the signer can change
/// all of it; see <see cref="OkSignInboundCall"/>. The id of the request is not in it: put what you need to tell requests apart into the address.
/// </summary>
public sealed class OkDokumentResult : OkSignInboundCall
{
    private static readonly string[] NameNames = ["name"];
    private static readonly string[] DocumentNames = ["docid"];
    private static readonly string[] LanguageNames = ["lang"];
    private static readonly string[] ResultNames = ["result"];
    private static readonly string[] TimestampNames = ["ts"];

    private static readonly InboundForm<OkDokumentResult> Form = new(
        static parameters => new(parameters),
        [.. NameNames, .. DocumentNames, .. LanguageNames, .. ResultNames, .. TimestampNames],
        DocumentNames);

    private OkDokumentResult(InboundParameters parameters)
        : base(parameters)
    {
        Name = parameters.Text(NameNames);
        DocumentId = parameters.Id(DocumentNames, static text => new StoredDocumentId(text));
        Language = parameters.Text(LanguageNames);
        Result = parameters.Text(ResultNames) is { } text ? new RedirectResult(text) : null;
        Timestamp = parameters.Time(TimestampNames);
    }

    /// <summary>The file's name without its extension. Never a path to write to: it is a stranger's text.</summary>
    public string? Name { get; }

    /// <summary>The document.</summary>
    public StoredDocumentId? DocumentId { get; }

    /// <summary>The browser's language, such as <c>en</c>.</summary>
    public string? Language { get; }

    /// <summary>How the signer left the page, which is not the state of the document.</summary>
    public RedirectResult? Result { get; }

    /// <summary>When the browser was sent.</summary>
    public DateTimeOffset? Timestamp { get; }

    /// <summary>Reads a result from a query, with or without the leading <c>?</c>; a whole address is a <see cref="Uri"/>.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkDokumentResult Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Form.Parse(InboundQuery.Read(query));
    }

    /// <summary>Reads a result from the query of an address, absolute or relative.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkDokumentResult Parse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Form.Parse(InboundQuery.Read(address));
    }

    /// <summary>Reads a result from parameters that are decoded already, such as a web framework's.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkDokumentResult Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Form.Parse(InboundQuery.Read(parameters));
    }

    /// <summary>Reads a result as <see cref="Parse(string)"/> does, without an exception whatever was sent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="result">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        string? query,
        [NotNullWhen(true)] out OkDokumentResult? result,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(query), out result, out reason);

    /// <summary>Reads a result as <see cref="Parse(Uri)"/> does, without an exception whatever was sent.</summary>
    /// <param name="address">The address.</param>
    /// <param name="result">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        Uri? address,
        [NotNullWhen(true)] out OkDokumentResult? result,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(address), out result, out reason);

    /// <summary>
    /// Reads a result as <see cref="Parse(IEnumerable{KeyValuePair{string, string?}})"/> does, without an exception whatever was sent.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="result">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the parameters.</param>
    public static bool TryParse(
        IEnumerable<KeyValuePair<string, string?>>? parameters,
        [NotNullWhen(true)] out OkDokumentResult? result,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(parameters), out result, out reason);
}
