namespace OkSign.Client.OkDokument;

/// <summary>
/// The code in an answer of OKdokument. An open list: a value that is not named here is kept as it is, and most are not known. Letter case does
/// not count.
/// </summary>
/// <param name="Value">The service's text.</param>
public readonly record struct OkDokumentMessage(string Value)
{
    /// <summary>A signature request was registered (<c>msg.signature.request.id.created</c>).</summary>
    public static OkDokumentMessage RequestCreated { get; } = new("msg.signature.request.id.created");

    /// <summary>Something was changed (<c>msg.updated</c>).</summary>
    public static OkDokumentMessage Updated { get; } = new("msg.updated");

    /// <summary>Something was deleted (<c>msg.deleted</c>).</summary>
    public static OkDokumentMessage Deleted { get; } = new("msg.deleted");

    /// <summary>There is no such document (<c>err.not.found</c>).</summary>
    public static OkDokumentMessage NotFound { get; } = new("err.not.found");

    /// <summary>There is no such signature request (<c>err.signature.request.not.exist</c>).</summary>
    public static OkDokumentMessage RequestDoesNotExist { get; } = new("err.signature.request.not.exist");

    /// <summary>The code that an exception carries; null when the service gave none.</summary>
    public static OkDokumentMessage? Of(OkSignException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Code is { } code ? new OkDokumentMessage(code) : null;
    }

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(OkDokumentMessage other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(OkDokumentMessage)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";
}
