namespace OkSign.Client;

/// <summary>How one operation looks on the wire, where that is disputed or has changed. What is not set stays as this library has it.</summary>
public sealed class WireForm
{
    /// <summary>The HTTP method, such as <c>DELETE</c>.</summary>
    public string? Method { get; set; }

    /// <summary>The path after the base address, with the version: <c>/v1/contacts/remove</c>.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// Another path, tried when the service knows nothing under the first (HTTP 404 or 405), and then kept. For reads only: anything else
    /// is sent once.
    /// </summary>
    public string? FallbackPath { get; set; }

    /// <summary>For an operation that sends a list: the member of an object in which the list stands; null for the bare list.</summary>
    public string? ListMember { get; set; }

    /// <summary>Other names of request headers: this library's name as the key, the one to send as the value.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Other names of members in the request's JSON: this library's name as the key, the one to send as the value.</summary>
    public IDictionary<string, string> RequestMembers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Other names of members in the answer's JSON: the received name as the key, this library's as the value.</summary>
    public IDictionary<string, string> AnswerMembers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
