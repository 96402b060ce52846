using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>
/// What the service posts to <see cref="SignatureRequestSettings.SendInfoUrl"/> when the signer has submitted or cancelled. Nothing in it is
/// authenticated: whoever knows the address can send anything. Put a <see cref="CallbackSecret"/> into the address, and ask the service
/// (<see cref="OkDokumentDocumentsClient.RetrieveInfoAsync"/>) before you act on it.
/// </summary>
/// <remarks>Answer with HTTP 200. Whether a call that fails is repeated is not known: the document's state becomes <c>errorsendinfo</c>.</remarks>
public sealed class OkDokumentCompletion
{
    /// <summary>The longest body that is read, in bytes: 65,536.</summary>
    public const int MaxLength = 65_536;

    private static readonly string[] StateNames = ["state"];
    private static readonly string[] DocumentNames = ["id", "documentId", "docid"];
    private static readonly string[] RequestNames = ["signatureRequestId", "result"];

    private OkDokumentCompletion(InboundParameters parameters, IReadOnlyDictionary<string, JsonElement> members)
    {
        Members = members;
        State = parameters.Text(StateNames) is { } text ? new StoredDocumentState(text) : null;
        DocumentId = parameters.Id(DocumentNames, static id => new StoredDocumentId(id));
        SignatureRequestId = parameters.Id(RequestNames, static id => new SignatureRequestId(id));
    }

    /// <summary>What the document's state is said to be: <c>signed</c>, or another one when the signer cancelled, <c>canceled</c> probably.</summary>
    public StoredDocumentState? State { get; }

    /// <summary>The document.</summary>
    public StoredDocumentId? DocumentId { get; }

    /// <summary>The round of signing.</summary>
    public SignatureRequestId? SignatureRequestId { get; }

    /// <summary>Everything that was sent, known or not. Letter case of the names does not count.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; }

    /// <summary>Reads a call from its body.</summary>
    /// <exception cref="FormatException">The body is not a JSON object with one of the known members, or too long.</exception>
    public static OkDokumentCompletion Parse(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return TryParse(body, out OkDokumentCompletion? completion, out string? reason) ? completion : throw new FormatException(reason);
    }

    /// <summary>Reads a call from its body, UTF-8.</summary>
    /// <exception cref="FormatException">The body is not a JSON object with one of the known members, or too long.</exception>
    public static OkDokumentCompletion Parse(ReadOnlyMemory<byte> body)
        => TryParse(body, out OkDokumentCompletion? completion, out string? reason) ? completion : throw new FormatException(reason);

    /// <summary>Reads a call as <see cref="Parse(string)"/> does, without an exception whatever was sent.</summary>
    /// <param name="body">The body.</param>
    /// <param name="completion">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the body.</param>
    public static bool TryParse(
        string? body,
        [NotNullWhen(true)] out OkDokumentCompletion? completion,
        [NotNullWhen(false)] out string? reason)
        => TryParse(body is { Length: <= MaxLength } ? Encoding.UTF8.GetBytes(body) : new byte[body is null ? 0 : MaxLength + 1], out completion, out reason);

    /// <summary>Reads a call as <see cref="Parse(ReadOnlyMemory{byte})"/> does, without an exception whatever was sent.</summary>
    /// <param name="body">The body, UTF-8.</param>
    /// <param name="completion">What was read.</param>
    /// <param name="reason">Why it cannot be read; holds nothing of the body.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> body,
        [NotNullWhen(true)] out OkDokumentCompletion? completion,
        [NotNullWhen(false)] out string? reason)
    {
        completion = null;
        if (body.Length > MaxLength)
        {
            reason = $"The body is longer than {MaxLength} bytes.";
            return false;
        }

        if (MembersOf(body) is not { } members)
        {
            reason = "The body is not a JSON object.";
            return false;
        }

        InboundQuery texts = InboundQuery.Read(members.Select(static member => new KeyValuePair<string, string?>(member.Key, TextOf(member.Value))));
        reason = texts.Problem ?? (IsKnown(texts.Parameters) ? null : "The body has none of the members that are known.");
        completion = reason is null ? new OkDokumentCompletion(texts.Parameters, members) : null;
        return completion is not null;
    }

    /// <summary>The name of the type only: an id opens a document to whoever has it.</summary>
    public override string ToString() => nameof(OkDokumentCompletion);

    private static bool IsKnown(InboundParameters parameters)
        => new[] { StateNames, DocumentNames, RequestNames }.Any(names => parameters.Text(names) is not null);

    private static Dictionary<string, JsonElement>? MembersOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            // A stranger's text may be no UTF-8, which would show when somebody reads a value.
            using var document = JsonDocument.Parse(Utf8Text.Repair(body));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var members = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                members[member.Name] = member.Value.Clone();
            }

            return members;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name with a lone surrogate, which is valid JSON and no text.
            return null;
        }
    }

    private static string? TextOf(JsonElement value)
        => value.ValueKind switch
        {
            JsonValueKind.String => Envelope.TextOf(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
