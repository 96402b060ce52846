using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>
/// Reads what a create operation answers, of which little is known: an object with an address (<c>url</c>), a token (<c>token</c> or
/// <c>docid</c>) or both, or one of the two as a mere string.
/// </summary>
/// <remarks>
/// Something exists now, and its token must not get lost because something beside it has an unexpected form: in that case all that is
/// beside it is kept as additional members.
/// </remarks>
internal static class CreatedAnswer
{
    private const string Url = "url";
    private const string Token = "token";
    private const string DocId = "docid";
    private const string Nothing = "The answer has neither an address nor a token.";

    /// <param name="envelope">The answer.</param>
    /// <param name="type">A model whose members are called <c>url</c> and <c>token</c>.</param>
    /// <param name="documents">The ids of the documents that the request named: where one of them stands, no token stands.</param>
    /// <exception cref="JsonException">The answer has neither an address nor a token.</exception>
    public static T Read<T>(Envelope envelope, JsonTypeInfo<T> type, IReadOnlyCollection<string?> documents)
        where T : OkSignModel
    {
        Dictionary<string, JsonElement> members = MembersOf(envelope);
        EnsureToken(members, documents);
        return ReadWhole(members, type);
    }

    private static Dictionary<string, JsonElement> MembersOf(Envelope envelope)
    {
        if (envelope.HasEmptyReason)
        {
            throw new JsonException(Nothing);
        }

        using var answer = JsonDocument.Parse(envelope.Reason);
        try
        {
            return MembersOf(answer.RootElement);
        }
        catch (InvalidOperationException exception)
        {
            // A lone surrogate (\ud800) is valid JSON and no text.
            throw new JsonException("A name or a text is not valid Unicode.", exception);
        }
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement answer)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);
        switch (answer.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in answer.EnumerateObject())
                {
                    members[member.Name] = member.Value.Clone();
                }

                break;
            case JsonValueKind.String:
                members[WebAddress.Of(answer.GetString()) is null ? Token : Url] = answer.Clone();
                break;
            default:
                throw new JsonException("An object or a string is expected.");
        }

        return members;
    }

    private static void EnsureToken(Dictionary<string, JsonElement> members, IReadOnlyCollection<string?> documents)
    {
        if (TextOf(members, Token) is not null)
        {
            return;
        }

        if (TextOf(members, DocId) is { } id && !IsDocument(id))
        {
            members[Token] = members[DocId];
            members.Remove(DocId);
        }
        else if (WebAddress.Of(TextOf(members, Url)) is not { } address)
        {
            throw new JsonException(Nothing);
        }
        else if (IdAtEndOf(address) is { } last && !IsDocument(last))
        {
            using var token = JsonDocument.Parse($"\"{last}\"");
            members[Token] = token.RootElement.Clone();
        }

        bool IsDocument(string text) => documents.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static T ReadWhole<T>(Dictionary<string, JsonElement> members, JsonTypeInfo<T> type)
        where T : OkSignModel
    {
        try
        {
            return Deserialize(members, type);
        }
        catch (JsonException)
        {
            T created = Deserialize(members.Where(IsEssential), type);
            created.ExtensionData = members
                .Where(static member => !IsEssential(member))
                .ToDictionary(static member => member.Key, static member => member.Value);
            return created;
        }
    }

    private static bool IsEssential(KeyValuePair<string, JsonElement> member)
        => Is(member, Token) || (Is(member, Url) && WebAddress.Of(TextOf(member.Value)) is not null);

    private static bool Is(KeyValuePair<string, JsonElement> member, string name)
        => StringComparer.OrdinalIgnoreCase.Equals(member.Key, name);

    private static T Deserialize<T>(IEnumerable<KeyValuePair<string, JsonElement>> members, JsonTypeInfo<T> type)
    {
        IEnumerable<string> texts = members.Select(
            static member => $"\"{JsonEncodedText.Encode(member.Key)}\":{member.Value.GetRawText()}");
        return JsonSerializer.Deserialize($"{{{string.Join(",", texts)}}}", type)!;
    }

    private static string? TextOf(Dictionary<string, JsonElement> members, string name)
        => members.TryGetValue(name, out JsonElement member) ? TextOf(member) : null;

    private static string? TextOf(JsonElement value)
        => value.ValueKind == JsonValueKind.String && Envelope.TextOf(value) is { Length: > 0 } text ? text : null;

    /// <summary>The last part of an address's path, if it has the form of the service's ids: six digits, <c>-</c> and a GUID.</summary>
    private static string? IdAtEndOf(Uri address)
    {
        const int Digits = 6;
        string last = address.Segments[address.Segments.Length - 1].TrimEnd('/');
        bool isId = last.Length > Digits
            && last[Digits] == '-'
            && last.Take(Digits).All(static character => character is >= '0' and <= '9')
            && Guid.TryParseExact(last.Substring(Digits + 1), "D", out _);
        return isId ? last : null;
    }
}
