using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>JSON whose names and values are mere text, so that it can be wrong in ways that no writer of JSON would be.</summary>
internal sealed class JsonText
{
    private readonly string? _leaf;
    private readonly bool _isObject;
    private readonly List<(string Name, JsonText Value)> _parts = [];

    private JsonText(string leaf) => _leaf = leaf;

    private JsonText(bool isObject, IEnumerable<(string Name, JsonText Value)> parts)
    {
        _isObject = isObject;
        _parts.AddRange(parts);
    }

    public static JsonText Leaf(string text) => new(text);

    public static JsonText Array(IEnumerable<JsonText> items) => new(isObject: false, items.Select(static item => ("", item)));

    /// <param name="members">The names, in their quotation marks, and the values.</param>
    public static JsonText Object(IEnumerable<(string Name, JsonText Value)> members) => new(isObject: true, members);

    public static JsonText Of(JsonElement element)
        => element.ValueKind switch
        {
            JsonValueKind.Object => Object(element.EnumerateObject().Select(static member => ($"\"{JsonEncodedText.Encode(member.Name)}\"", Of(member.Value)))),
            JsonValueKind.Array => Array(element.EnumerateArray().Select(Of)),
            _ => Leaf(element.GetRawText()),
        };

    /// <summary>A copy in which one place, chosen at random, is changed.</summary>
    public JsonText Mutate(Random random) => Mutate(random, random.Next(CountPlaces()), whole: this, out _);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private int CountPlaces() => 1 + _parts.Sum(static part => part.Value.CountPlaces());

    // Places are numbered as they are read: this one is 0, then come those of its parts.
    private JsonText Mutate(Random random, int place, JsonText whole, out int placesPassed)
    {
        placesPassed = 1;
        if (place == 0)
        {
            return Changed(random, whole);
        }

        var copy = new JsonText(_isObject, _parts);
        for (int index = 0; index < _parts.Count; index++)
        {
            JsonText value = _parts[index].Value;
            int places = value.CountPlaces();
            if (place - placesPassed < places)
            {
                copy._parts[index] = (_parts[index].Name, value.Mutate(random, place - placesPassed, whole, out _));
                return copy;
            }

            placesPassed += places;
        }

        return copy;
    }

    private JsonText Changed(Random random, JsonText whole)
    {
        if (_leaf is not null || random.OneIn(4))
        {
            return random.Next(6) switch
            {
                0 => Array([this]),
                1 => Object([(JsonMaker.Name(random), this)]),
                2 => whole.PartAt(random),
                3 => Nested(random),
                _ => JsonMaker.Value(random),
            };
        }

        var copy = new JsonText(_isObject, _parts);
        int at = random.Next(_parts.Count + 1);
        (string Name, JsonText Value) part = at < _parts.Count ? _parts[at] : (JsonMaker.Name(random), JsonMaker.Value(random));
        switch (random.Next(7))
        {
            case 0 when at < _parts.Count:
                copy._parts.RemoveAt(at);
                break;
            case 1 when at < _parts.Count:
                copy._parts[at] = (JsonMaker.Name(random), part.Value);
                break;
            case 2:
                copy._parts.Insert(random.Next(_parts.Count + 1), (part.Name, JsonMaker.Value(random)));
                break;
            case 3:
                copy._parts.AddRange(Enumerable.Repeat(part, random.Size(random.OneIn(50) ? 5_000 : 40)));
                break;
            case 4:
                return _isObject ? Array(_parts.Select(static each => each.Value)) : Object(_parts.Select(each => (JsonMaker.Name(random), each.Value)));
            case 5:
                return part.Value;
            default:
                copy._parts.Insert(at, (JsonMaker.Name(random), whole.PartAt(random)));
                break;
        }

        return copy;
    }

    private JsonText PartAt(Random random) => _parts.Count == 0 || random.OneIn(4) ? this : random.Pick(_parts).Value.PartAt(random);

    private JsonText Nested(Random random)
    {
        JsonText nested = this;
        for (int depth = random.Size(200); depth > 0; depth--)
        {
            nested = random.OneIn(2) ? Array([nested]) : Object([(random.OneIn(4) ? JsonMaker.Name(random) : "\"value\"", nested)]);
        }

        return nested;
    }

    private void Write(StringBuilder text)
    {
        if (_leaf is not null)
        {
            text.Append(_leaf);
            return;
        }

        text.Append(_isObject ? '{' : '[');
        for (int index = 0; index < _parts.Count; index++)
        {
            text.Append(index == 0 ? "" : ",");
            if (_isObject)
            {
                text.Append(_parts[index].Name).Append(':');
            }

            _parts[index].Value.Write(text);
        }

        text.Append(_isObject ? '}' : ']');
    }
}
