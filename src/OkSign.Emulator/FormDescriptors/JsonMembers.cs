using System.Globalization;
using System.Text.Json;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>
/// Reads the members of a JSON object, of which <paramref name="where"/> tells a reader the place. Names match in any letter case,
/// but with <paramref name="exactNames"/>; a member of the wrong type is a problem, a missing one or null is not.
/// </summary>
internal sealed class JsonMembers(JsonElement json, string where, Problems problems, bool exactNames = false)
{
    public JsonElement Json => json;

    public JsonElement? Member(string name)
    {
        if (json.TryGetProperty(name, out JsonElement exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        if (exactNames)
        {
            return null;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Whether there is such a member, be it null.</summary>
    public bool Has(string name) => json.EnumerateObject().Any(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public string? Text(string name)
    {
        if (Member(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Problem($"{name} must be a string");
        return null;
    }

    public string? RequiredText(string name)
    {
        if (Member(name) is null)
        {
            Problem($"{name} is missing");
            return null;
        }

        string? text = Text(name);
        if (text is not { Length: 0 })
        {
            return text;
        }

        Problem($"{name} is empty");
        return null;
    }

    public bool? Flag(string name)
    {
        switch (Member(name)?.ValueKind)
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                Problem($"{name} must be true or false");
                return null;
        }
    }

    public double? Number(string name)
    {
        if (Member(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number))
        {
            return number;
        }

        Problem($"{name} must be a number");
        return null;
    }

    public int? Integer(string name)
    {
        if (Number(name) is not { } number)
        {
            return null;
        }

        if (double.IsInteger(number) && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        Problem($"{name} must be a whole number, not {number.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }

    public JsonMembers? Object(string name)
    {
        if (Member(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonMembers(value, $"{where}{name}.", problems, exactNames);
        }

        Problem($"{name} must be an object");
        return null;
    }

    /// <summary>The objects of an array; null when there is no such array. Other elements are problems and left out.</summary>
    public IReadOnlyList<JsonMembers>? Objects(string name)
        => Array(name) is { } array ? ObjectsOf(array, where + name, problems, exactNames) : null;

    /// <summary>The objects of an array that is <paramref name="where"/>. Other elements are problems and left out.</summary>
    public static IReadOnlyList<JsonMembers> ObjectsOf(
        IEnumerable<JsonElement> array, string where, Problems problems, bool exactNames = false)
    {
        var objects = new List<JsonMembers>();
        int index = 0;
        foreach (JsonElement element in array)
        {
            string place = $"{where}[{index++}]";
            if (element.ValueKind == JsonValueKind.Object)
            {
                objects.Add(new JsonMembers(element, place + ".", problems, exactNames));
            }
            else
            {
                problems.Add($"{place} must be an object");
            }
        }

        return objects;
    }

    /// <summary>The strings of an array; null when there is no such array. Other elements are problems and left out.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Array(name) is not { } array)
        {
            return null;
        }

        var texts = new List<string>();
        for (int index = 0; index < array.Count; index++)
        {
            if (array[index].ValueKind == JsonValueKind.String)
            {
                texts.Add(array[index].GetString()!);
            }
            else
            {
                Problem($"{name}[{index}] must be a string");
            }
        }

        return texts;
    }

    public IEnumerable<(string Name, JsonElement Value)> All() => json.EnumerateObject().Select(member => (member.Name, member.Value));

    public void Problem(string text) => problems.Add(where + text);

    private List<JsonElement>? Array(string name)
    {
        if (Member(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Problem($"{name} must be an array");
        return null;
    }
}
