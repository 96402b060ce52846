namespace OkSign.Client;

/// <summary>A request for <see cref="RawClient"/>: what this library has no method for.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">
/// The path after the base address, with the version: <c>/v1/documents/{kind}</c>. Names in braces are filled in from
/// <see cref="PathParameters"/>.
/// </param>
public sealed record RawRequest(HttpMethod Method, string Path)
{
    /// <summary>Values for the names in braces; they are escaped.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The query's names and values, in this order; they are escaped. A name may occur several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Request headers, <c>x-oksign-docid</c> among them. The credentials are added by the client.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, if there is one; made anew for every call.</summary>
    public RawBody? Body { get; init; }

    /// <summary>
    /// Whether it may be sent again after a failure that passes; unless set, only a GET is. Say so only if sending it twice does no harm. A body that is a file is sent once in any case.
    /// </summary>
    public bool? IsRepeatable { get; init; }

    /// <summary>Method and path without values: they may hold what is private.</summary>
    public override string ToString() => $"{Method} {Path}";
}
