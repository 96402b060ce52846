using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkSign.Client.Tests.Live;

/// <summary>
/// Describes the form of JSON without its values: names of members, kinds of values, and how times are written. What it says can be shown
/// to anybody.
/// </summary>
internal static partial class Shape
{
    private const int MaxPatternLength = 40;

    /// <summary>The form of a value: <c>{ docid: id, signed_docid?: id, fields: [text | integer] }</c>.</summary>
    public static string Of(JsonElement value) => OfAll([value]);

    /// <summary>A text with what may be private taken out: quoted parts, addresses, digits.</summary>
    public static string Masked(string text)
        => Digit().Replace(Address().Replace(Quoted().Replace(text, "\"...\""), "<address>"), "0");

    /// <summary>The form that several values have together, as the items of a list do.</summary>
    private static string OfAll(IReadOnlyCollection<JsonElement> values)
    {
        IEnumerable<string> forms = values
            .GroupBy(static value => value.ValueKind)
            .SelectMany(static group => group.Key switch
            {
                JsonValueKind.Object => [OfObjects([.. group])],
                JsonValueKind.Array => [OfArrays([.. group])],
                _ => group.Select(OfScalar),
            });
        return string.Join(" | ", forms.Distinct());
    }

    private static string OfObjects(IReadOnlyCollection<JsonElement> objects)
    {
        IEnumerable<string> members = objects
            .SelectMany(static (item, index) => item.EnumerateObject().Select(member => (Name: NameOf(member), member.Value, Owner: index)))
            .GroupBy(static member => member.Name)
            .Select(group =>
            {
                bool isAlwaysThere = group.Select(static member => member.Owner).Distinct().Count() == objects.Count;
                return $"{group.Key}{(isAlwaysThere ? "" : "?")}: {OfAll([.. group.Select(static member => member.Value)])}";
            });
        string all = string.Join(", ", members);
        return all.Length == 0 ? "{}" : $"{{ {all} }}";
    }

    private static string OfArrays(IEnumerable<JsonElement> arrays)
        => $"[{OfAll([.. arrays.SelectMany(static array => array.EnumerateArray())])}]";

    private static string OfScalar(JsonElement value)
        => value.ValueKind switch
        {
            JsonValueKind.String => OfText(value.GetString()!),
            JsonValueKind.Number => value.GetRawText().IndexOfAny(['.', 'e', 'E']) < 0 ? "integer" : "decimal",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => value.ValueKind.ToString().ToLower(CultureInfo.InvariantCulture),
        };

    private static string OfText(string text)
        => text switch
        {
            "" => "empty text",
            _ when Id().IsMatch(text) => "id",
            _ when WebAddress().IsMatch(text) => "web address",
            _ when text.Length > MaxPatternLength => "text",
            _ when OnlyDigitsAndMarks().IsMatch(text) => $"text {Digit().Replace(text, "0")}",
            _ when TimeOfDay().IsMatch(text) => $"text {Letter().Replace(Digit().Replace(text, "0"), "a")}",
            _ => "text",
        };

    // Where the service uses ids, addresses or people's names as names of members, they are values.
    private static string NameOf(JsonProperty member) => PlainName().IsMatch(member.Name) ? member.Name : "<other>";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex("^(bt_|[0-9]+-)?[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^https?://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex("^[0-9TZ :./,+-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyDigitsAndMarks();

    [GeneratedRegex("[0-9]:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();

    [GeneratedRegex(@"\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex("\"[^\"]*\"|(?<!\\w)'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\S+@\S+|\w+://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
