using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>
/// The call that the service makes to the webhook address when a message did not reach its signer. Nothing in it is authenticated; see
/// <see cref="OkSignInboundCall"/>. What was missed can be fetched: <see cref="DeliveryErrorsClient.RetrieveAsync"/>.
/// </summary>
public sealed class OkSignDeliveryError : OkSignInboundCall
{
    private static readonly string[] EventNames = ["event", "type"];
    private static readonly string[] EmailNames = ["email"];
    private static readonly string[] MobileNames = ["mobile"];
    private static readonly string[] DocumentNames = ["source_docid", "docid", "document_id"];
    private static readonly string[] ReasonNames = ["reason", "message"];
    private static readonly string[] OrganizationalTokenNames = ["orgtoken"];
    private static readonly string[] TimestampNames = ["ts"];

    private static readonly InboundForm<OkSignDeliveryError> Form = new(
        static parameters => new(parameters),
        [
            .. EventNames, .. EmailNames, .. MobileNames, .. DocumentNames, .. ReasonNames, .. OrganizationalTokenNames, .. TimestampNames,
        ],
        DocumentNames);

    private OkSignDeliveryError(InboundParameters parameters)
        : base(parameters)
        => Error = new DeliveryError
        {
            Event = parameters.Text(EventNames) is { } text ? new DeliveryEvent(text) : null,
            Email = parameters.Text(EmailNames),
            Mobile = parameters.Text(MobileNames),
            SourceDocumentId = parameters.Id(DocumentNames, static text => new SourceDocumentId(text)),
            Reason = parameters.Text(ReasonNames),
            OrganizationalToken = parameters.Text(OrganizationalTokenNames),
            Timestamp = parameters.Time(TimestampNames),
        };

    /// <summary>The error in the form in which <see cref="DeliveryErrorsClient"/> gives it, so that one piece of code handles both.</summary>
    public DeliveryError Error { get; }

    /// <summary>Reads a delivery error from a query, with or without the leading <c>?</c>; a whole address is a <see cref="Uri"/>.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignDeliveryError Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Form.Parse(InboundQuery.Read(query));
    }

    /// <summary>Reads a delivery error from the query of an address, absolute or relative.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignDeliveryError Parse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Form.Parse(InboundQuery.Read(address));
    }

    /// <summary>Reads a delivery error from parameters that are decoded already, such as a web framework's.</summary>
    /// <exception cref="FormatException">No parameter is known, a limit is passed, or an id holds a control character.</exception>
    public static OkSignDeliveryError Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Form.Parse(InboundQuery.Read(parameters));
    }

    /// <summary>Reads a delivery error as <see cref="Parse(string)"/> does, without an exception whatever was sent.</summary>
    /// <param name="query">The query.</param>
    /// <param name="error">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        string? query,
        [NotNullWhen(true)] out OkSignDeliveryError? error,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(query), out error, out reason);

    /// <summary>Reads a delivery error as <see cref="Parse(Uri)"/> does, without an exception whatever was sent.</summary>
    /// <param name="address">The address.</param>
    /// <param name="error">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the query.</param>
    public static bool TryParse(
        Uri? address,
        [NotNullWhen(true)] out OkSignDeliveryError? error,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(address), out error, out reason);

    /// <summary>
    /// Reads a delivery error as <see cref="Parse(IEnumerable{KeyValuePair{string, string?}})"/> does, without an exception whatever was sent.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="error">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the parameters.</param>
    public static bool TryParse(
        IEnumerable<KeyValuePair<string, string?>>? parameters,
        [NotNullWhen(true)] out OkSignDeliveryError? error,
        [NotNullWhen(false)] out string? reason)
        => Form.TryParse(InboundQuery.Read(parameters), out error, out reason);
}
