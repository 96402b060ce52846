using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>
/// The parameters of an inbound call and their reading: by the first of its names that has a value; null for what is missing, empty or
/// cannot be read.
/// </summary>
internal sealed class InboundParameters(Dictionary<string, string> all)
{
    // OKSign's have some forty characters, OKdokument's up to two hundred. Much longer ones are no ids, and would go into a header or an address.
    private const int MaxIdLength = 512;

    public Dictionary<string, string> All => all;

    public string? Text(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (all.TryGetValue(name, out string? text) && text.Length > 0)
            {
                return text;
            }
        }

        return null;
    }

    public T? Id<T>(IReadOnlyList<string> names, Func<string, T> create)
        where T : struct
    {
        if (Text(names) is not { Length: <= MaxIdLength } text)
        {
            return null;
        }

        try
        {
            return create(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public int? Count(IReadOnlyList<string> names)
        => int.TryParse(Text(names), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    public DateTimeOffset? Time(IReadOnlyList<string> names)
    {
        if (Text(names) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? WireTime.FromUnixTime(number)
            : WireTime.Parse(text) ?? WireTime.Parse(WithPlus(text));
    }

    public T? Json<T>(IReadOnlyList<string> names, JsonTypeInfo<T> type)
        where T : class
    {
        if (Text(names) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(text), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The + before an offset arrives as a space where the sender did not escape it.</summary>
    private static string WithPlus(string text)
    {
        int space = text.LastIndexOf(' ');
        return space < 0 ? text : text.Remove(space, 1).Insert(space, "+");
    }
}
