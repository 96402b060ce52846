using System.Text.Json;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// The values of rules by name, as text, be they written as an object or in the legacy form <c>Name-Value_Name-Value</c>.
/// </summary>
internal sealed class RuleValues(IReadOnlyDictionary<string, string> values, Problems problems)
{
    public const string Member = "rules";

    public static RuleValues Read(JsonMembers request, Problems problems)
    {
        switch (request.Member(Member))
        {
            case null:
                return new RuleValues(new Dictionary<string, string>(), problems);
            case { ValueKind: JsonValueKind.String } text:
                return new RuleValues(OfText(text.GetString()!), problems);
            case { ValueKind: JsonValueKind.Object } json:
                return new RuleValues(OfObject(json), problems);
            default:
                request.Problem($"{Member} must be an object or a string");
                return new RuleValues(new Dictionary<string, string>(), problems);
        }
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Null for a rule that is not there, or is empty.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>A rule without a value is a flag that is set.</summary>
    public bool? Flag(string name)
    {
        switch (values.GetValueOrDefault(name))
        {
            case null:
                return null;
            case "" or "true":
                return true;
            case "false":
                return false;
            default:
                Problem($"{name} must be true or false");
                return null;
        }
    }

    public void Problem(string text) => problems.Add($"{Member}.{text}");

    // Members that hold objects or arrays are no rules.
    private static Dictionary<string, string> OfObject(JsonElement json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            string? value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => member.Value.GetRawText(),
                _ => null,
            };
            if (value is not null)
            {
                values[member.Name] = value;
            }
        }

        return values;
    }

    private static Dictionary<string, string> OfText(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string rule in text.Split('_', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = rule.Split('-', 2);
            values[parts[0]] = parts.Length == 2 ? parts[1] : "";
        }

        return values;
    }
}
